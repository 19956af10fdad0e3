/** Organisations of the reader's regions that ask to be verified, and what was decided last. Three statements. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import {
  addWorkingDays,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  type FreeDays,
} from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Db } from '~/platform/db/client.server'
import { ANSWER_WORKING_DAYS, type Verification } from '../domain/verification'

type Needs = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly clock: Clock
  workingDays(): Promise<FreeDays>
}

export type AskingOrganisation = {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly website: string | null
  readonly kvkNumber: string | null
  readonly postcode: string
  readonly placeName: string
  readonly employees: number | null
  readonly regions: readonly string[]
  /** At most three. */
  readonly leads: readonly { readonly name: string; readonly email: string }[]
  readonly offerCount: number
  readonly askedOn: CalendarDate
  readonly answerBy: CalendarDate
  readonly isLate: boolean
}

export type DecidedOrganisation = {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly placeName: string
  readonly verification: Exclude<Verification, 'pending'>
  readonly refusalReason: string | null
  readonly decidedOn: CalendarDate
}

export type OrganisationBoard = {
  /** Who waits longest first. */
  readonly asking: readonly AskingOrganisation[]
  readonly total: number
  readonly page: number
  readonly pageCount: number
  /** The ten last decisions, the newest first. */
  readonly decided: readonly DecidedOrganisation[]
}

const PAGE = 20

/** @throws AppError 401 for a visitor; 404 for who coordinates nothing. */
export async function boardOrganisations(
  needs: Needs,
  actor: Actor,
  asked: { readonly page: number },
): Promise<OrganisationBoard> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const regionIds = [...actor.regions]
  allow(actor, 'region.see-board', { regionIds })
  const today = calendarDateOf(needs.clock.now())
  const scope = { everywhere: actor.isAdministrator, regionIds, today }
  const total = await countAsking(needs.db, scope)
  const pageCount = Math.max(1, Math.ceil(total / PAGE))
  const page = Number.isInteger(asked.page) ? Math.min(Math.max(asked.page, 1), pageCount) : 1
  const [rows, decided, free] = await Promise.all([
    readAsking(needs.db, scope, (page - 1) * PAGE),
    readDecided(needs.db, scope),
    needs.workingDays(),
  ])
  const asking = rows.map(({ askedAt, ...row }) => {
    const askedOn = calendarDateOf(askedAt)
    const answerBy = addWorkingDays(askedOn, ANSWER_WORKING_DAYS, free)
    return { ...row, askedOn, answerBy, isLate: answerBy < today }
  })
  return {
    asking,
    total,
    page,
    pageCount,
    decided: decided.map(({ decidedAt, ...row }) => ({ ...row, decidedOn: calendarDateOf(decidedAt) })),
  }
}

type Scope = {
  readonly everywhere: boolean
  readonly regionIds: readonly string[]
  readonly today: CalendarDate
}

async function countAsking(db: Needs['db'], { everywhere, regionIds, today }: Scope): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM organisation g
    WHERE g.verification = 'pending' AND g.stopped_at IS NULL AND (${everywhere} OR EXISTS (
      SELECT FROM region_municipality m WHERE m.municipality_code = g.municipality_code
        AND m.region_id = ANY(${[...regionIds]}::text[])
        AND ${today}::date BETWEEN m.valid_from AND coalesce(m.valid_until, 'infinity')))`
  return row?.total ?? 0
}

type AskingRow = Omit<AskingOrganisation, 'askedOn' | 'answerBy' | 'isLate'> & { readonly askedAt: Date }

function readAsking(
  db: Needs['db'],
  { everywhere, regionIds, today }: Scope,
  offset: number,
): Promise<AskingRow[]> {
  return db.$queryRaw<AskingRow[]>`
    SELECT g.id, g.name, g.about, g.website, g.kvk_number AS "kvkNumber", g.postcode, g.place_name AS "placeName",
      g.employees, g.asked_at AS "askedAt",
      ARRAY(SELECT DISTINCT r.name FROM region_municipality m JOIN region r ON r.id = m.region_id
        WHERE m.municipality_code = g.municipality_code
          AND ${today}::date BETWEEN m.valid_from AND coalesce(m.valid_until, 'infinity') ORDER BY r.name) AS regions,
      (SELECT coalesce(json_agg(l), '[]') FROM (
        SELECT u.name, u.email::text FROM organisation_membership s JOIN app_user u ON u.id = s.user_id
        WHERE s.organisation_id = g.id AND s.role = 'owner' ORDER BY s.created_at, u.id LIMIT 3) l) AS leads,
      (SELECT count(*)::int FROM offer o WHERE o.organisation_id = g.id AND o.state <> 'archived') AS "offerCount"
    FROM organisation g
    WHERE g.verification = 'pending' AND g.stopped_at IS NULL AND (${everywhere} OR EXISTS (
      SELECT FROM region_municipality m WHERE m.municipality_code = g.municipality_code
        AND m.region_id = ANY(${[...regionIds]}::text[])
        AND ${today}::date BETWEEN m.valid_from AND coalesce(m.valid_until, 'infinity')))
    ORDER BY g.asked_at, g.id LIMIT ${PAGE} OFFSET ${offset}`
}

type DecidedRow = Omit<DecidedOrganisation, 'decidedOn'> & { readonly decidedAt: Date }

function readDecided(db: Needs['db'], { everywhere, regionIds, today }: Scope): Promise<DecidedRow[]> {
  return db.$queryRaw<DecidedRow[]>`
    SELECT g.id, g.name, g.slug, g.place_name AS "placeName", g.verification::text,
      g.refusal_reason AS "refusalReason", g.decided_at AS "decidedAt"
    FROM organisation g
    WHERE g.verification <> 'pending' AND g.decided_at IS NOT NULL AND (${everywhere} OR EXISTS (
      SELECT FROM region_municipality m WHERE m.municipality_code = g.municipality_code
        AND m.region_id = ANY(${[...regionIds]}::text[])
        AND ${today}::date BETWEEN m.valid_from AND coalesce(m.valid_until, 'infinity')))
    ORDER BY g.decided_at DESC, g.id LIMIT 10`
}
