/** What the classes of the reader's schools had. Two statements. */
import type { Actor } from '~/authorisation/actor'
import { addDays, type CalendarDate, daysOfSchoolYear, schoolYearOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { type ClassHistory, classHistories, type HadLesson } from '../domain/class-history'

export type SchoolHistory = {
  readonly branchId: string
  readonly name: string
  /** Where the finder looks from. */
  readonly postcode: string
  readonly classes: readonly ClassHistory[]
}

export type ClassHistoryPage = {
  readonly schools: readonly SchoolHistory[]
  readonly topics: readonly { readonly id: string; readonly nl: string; readonly en: string | null }[]
}

/** School years before this one. */
const YEARS_BACK = 3
const LESSONS_MAX = 1_000

/** @returns `null` for somebody of no school. @throws AppError 401. */
export async function classHistoryPage(
  db: Pick<Db, '$queryRaw' | 'topic'>,
  actor: Actor,
  today: CalendarDate,
): Promise<ClassHistoryPage | null> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (actor.schools.size === 0) return null
  const starts = schoolYearStarts(today)
  const [rows, topics] = await Promise.all([
    readLessons(db, [...actor.schools.keys()], { today, first: starts.at(-1) ?? today }),
    db.topic.findMany({
      select: { id: true, parentId: true, nl: true, en: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
  ])
  const uppermost = topics.filter(({ parentId }) => parentId === null)
  const within = new Map(
    uppermost.map(({ id }) => [
      id,
      new Set([id, ...topics.filter(({ parentId }) => parentId === id).map((topic) => topic.id)]),
    ]),
  )
  return {
    topics: topics.map(({ id, nl, en }) => ({ id, nl, en })),
    schools: rows.map(({ branchId, name, postcode, lessons }) => {
      const had = lessons.map(({ on, ...lesson }): HadLesson => {
        const date = asDay(new Date(on))
        return { ...lesson, date, yearsAgo: starts.findIndex((start) => date >= start) }
      })
      return { branchId, name, postcode, classes: classHistories(had, within) }
    }),
  }
}

/** First days of this school year and of those before it, this one first. */
function schoolYearStarts(today: CalendarDate): readonly CalendarDate[] {
  const starts: CalendarDate[] = [daysOfSchoolYear(schoolYearOf(today)).from]
  while (starts.length <= YEARS_BACK)
    starts.push(daysOfSchoolYear(schoolYearOf(addDays(starts.at(-1) ?? today, -1))).from)
  return starts
}

type Row = {
  readonly branchId: string
  readonly name: string
  readonly postcode: string
  readonly lessons: readonly (Omit<HadLesson, 'date' | 'yearsAgo'> & { readonly on: string })[]
}

function readLessons(
  db: Pick<Db, '$queryRaw'>,
  branchIds: readonly string[],
  { today, first }: { readonly today: CalendarDate; readonly first: CalendarDate },
): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT b.id AS "branchId", b.name, b.postcode,
      (SELECT coalesce(json_agg(json_build_object('bookingId', l.id, 'on', l.date, 'title', l.title,
          'company', l.company, 'kind', l.kind, 'topicIds', l.topic_ids, 'sectors', l.sectors,
          'girlsFocus', l.girls_focus, 'level', l.level, 'years', l.years) ORDER BY l.date DESC), '[]')
        FROM (
          SELECT k.id, k.date, o.title, n.name AS company, o.kind, o.topic_ids, o.girls_focus, r.level, r.years,
            ARRAY(SELECT v.nl FROM vocabulary_term v
              WHERE v.vocabulary = 'top_sector' AND v.id = ANY(n.top_sector_ids) ORDER BY v.nl) AS sectors
          FROM booking k
          JOIN place_claim c ON c.id = k.claim_id
          JOIN request_group g ON g.id = c.group_id
          JOIN support_request r ON r.id = g.request_id
          JOIN capacity_slot s ON s.id = c.slot_id
          JOIN offer o ON o.id = s.offer_id
          JOIN organisation n ON n.id = o.organisation_id
          WHERE r.branch_id = b.id AND k.state IN ('done', 'confirmed')
            AND k.date >= ${first}::date AND k.date < ${today}::date
          ORDER BY k.date DESC, k.id LIMIT ${LESSONS_MAX}
        ) l) AS lessons
    FROM school_branch b WHERE b.id = ANY(${[...branchIds]}::text[]) ORDER BY b.name, b.id`
}
