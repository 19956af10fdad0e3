/** The page of one project, as the reader may see it. Four statements at most. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { Meeting } from '../domain/meeting'
import {
  isOpen,
  type Member,
  type NextStep,
  nextStep,
  notAgreed,
  obstacleToPublishing,
  type PublishObstacle,
  partiesOf,
  present,
} from '../domain/project'
import { type FileScan, isShared } from '../domain/project-file'
import { projectNotFound } from '../errors'
import { PROJECT_EVENTS, type ProjectEventType } from '../events'
import { type NamedMember, type ProjectFacts, projectFacts } from './project-facts.server'

export type SharedVersion = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly scan: FileScan
  /** Members get it. */
  readonly isGiven: boolean
  readonly note: string | null
  readonly on: CalendarDate
  /** Who brought it, and for which member; `null`: gone. */
  readonly byName: string | null
  readonly byMember: string | null
}

export type SharedFile = {
  readonly id: string
  readonly title: string
  /** The newest first. */
  readonly versions: readonly SharedVersion[]
}

export type ProjectMoment = {
  readonly type: ProjectEventType
  readonly on: CalendarDate
  /** Name of the member that did it; `null`: the program. */
  readonly by: string | null
  /** The member, meeting or file that it was about. */
  readonly about: string | null
}

export type ProjectPage = ProjectFacts & {
  readonly today: CalendarDate
  /** `outline`: a coordinator, who sees who takes part and where it stands. */
  readonly side: 'member' | 'invited' | 'outline'
  /** For whom the reader looks. */
  readonly ownId: string | null
  /** Members for which the reader may speak. */
  readonly ownIds: readonly string[]
  readonly works: boolean
  readonly isOpen: boolean
  readonly next: NextStep | null
  readonly obstacle: PublishObstacle | null
  /** Ids of who has not agreed to the licence. */
  readonly notAgreed: readonly string[]
  /** Companies of it for which the reader may make an offer. */
  readonly mayDraftFor: readonly { readonly id: string; readonly name: string }[]
  readonly meetings: readonly Meeting[]
  readonly files: readonly SharedFile[]
  /** The newest first; at most 60. */
  readonly moments: readonly ProjectMoment[]
}

export type ProjectPageNeeds = { readonly db: Pick<Db, '$queryRaw'>; readonly scanFile: unknown }

/** @throws AppError 401; 404 for who neither takes part, nor is asked to, nor coordinates where its schools lie. */
export async function projectPage(
  { db, scanFile }: ProjectPageNeeds,
  actor: Actor,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<ProjectPage> {
  const facts = await projectFacts(db, id)
  if (!facts) throw projectNotFound()
  const here = facts.members.filter(({ state }) => state === 'joined' || state === 'invited')
  allow(actor, 'project.see-outline', { ...partiesOf(here), regionIds: facts.regionIds })
  const isOwn = (action: 'project.see' | 'project.work') => (one: Member) =>
    may(actor, action, partiesOf([one]))
  const joined = present(here)
  const own = [...joined, ...here].find(isOwn('project.see')) ?? null
  const side = own === null ? 'outline' : own.state === 'joined' ? 'member' : 'invited'
  const inside = side === 'member' ? await readInside(db, facts, scanFile !== null) : NOTHING
  const works = own !== null && isOwn('project.work')(own)
  return {
    ...(side === 'outline' ? { ...facts, goal: '', results: '', stopText: null } : facts),
    today: calendarDateOf(now),
    side,
    ownId: own?.id ?? null,
    ownIds: here.filter(isOwn('project.work')).map((one) => one.id),
    works,
    isOpen: isOpen(facts),
    next: nextStep(facts, { own, works }, inside.files.length),
    obstacle: obstacleToPublishing(facts),
    notAgreed: notAgreed(facts, facts.members).map((one) => one.id),
    mayDraftFor: joined.flatMap(({ organisationId, name }) =>
      organisationId !== null && may(actor, 'offer.create', { organisationId })
        ? [{ id: organisationId, name }]
        : [],
    ),
    ...inside,
  }
}

type Inside = Pick<ProjectPage, 'meetings' | 'files' | 'moments'>
const NOTHING: Inside = { meetings: [], files: [], moments: [] }
const MOMENTS_MAX = 60

type MeetingRow = Omit<Meeting, 'date'> & { readonly date: Date }
type FileRow = {
  readonly id: string
  readonly title: string
  readonly versions: readonly (Omit<SharedVersion, 'on' | 'isGiven'> & { readonly at: string })[]
}
type EventRow = {
  readonly type: ProjectEventType
  readonly occurredAt: Date
  readonly payload: Readonly<Record<string, string | null>>
}

async function readInside(
  db: Pick<Db, '$queryRaw'>,
  { id, members }: ProjectFacts,
  hasScanner: boolean,
): Promise<Inside> {
  const [meetings, files, events] = await Promise.all([
    db.$queryRaw<MeetingRow[]>`
      SELECT id, title, date, start_time AS "startTime", duration_minutes AS "durationMinutes", place,
        online_url AS "onlineUrl", agenda, notes, sequence, cancelled_at IS NOT NULL AS "isCancelled"
      FROM project_meeting WHERE project_id = ${id}::uuid ORDER BY date, start_time, id`,
    db.$queryRaw<FileRow[]>`
      SELECT f.id, f.title, json_agg(json_build_object('id', v.id, 'number', v.number, 'name', v.name,
          'type', v.type, 'bytes', v.bytes, 'scan', v.scan, 'note', v.note, 'at', v.created_at,
          'byName', u.name, 'byMember', coalesce(b.name, g.name)) ORDER BY v.number DESC) AS versions
      FROM project_file f JOIN project_file_version v ON v.file_id = f.id
      LEFT JOIN app_user u ON u.id = v.by_user_id LEFT JOIN project_member m ON m.id = v.by_member_id
      LEFT JOIN school_branch b ON b.id = m.branch_id LEFT JOIN organisation g ON g.id = m.organisation_id
      WHERE f.project_id = ${id}::uuid GROUP BY f.id ORDER BY f.created_at, f.id`,
    db.$queryRaw<EventRow[]>`
      SELECT type, occurred_at AS "occurredAt", payload FROM outbox_event
      WHERE subject_id = ${id} AND type = ANY(${[...PROJECT_EVENTS]}) ORDER BY id DESC LIMIT ${MOMENTS_MAX}`,
  ])
  return {
    meetings: meetings.map((row) => ({ ...row, date: asDay(row.date) })),
    files: files.map(({ versions, ...file }) => ({
      ...file,
      versions: versions.map(({ at, ...version }) => ({
        ...version,
        on: calendarDateOf(new Date(at)),
        isGiven: isShared(version.scan, hasScanner),
      })),
    })),
    moments: events.map(({ type, occurredAt, payload }) => ({
      type,
      on: calendarDateOf(occurredAt),
      by: nameOf(members, payload.by),
      about:
        nameOf(members, payload.member) ??
        meetings.find((one) => one.id === payload.meeting)?.title ??
        files.find((one) => one.id === payload.file)?.title ??
        null,
    })),
  }
}

function nameOf(members: readonly NamedMember[], id: string | null | undefined): string | null {
  return members.find((one) => one.id === id)?.name ?? null
}
