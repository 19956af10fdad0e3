/** The organisation that the reader works for: what it says, how it stands, who its people are. Two statements at most. */
import type { Actor, OrganisationRole } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { addWorkingDays, type CalendarDate, calendarDateOf, type FreeDays } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { ANSWER_WORKING_DAYS, type Verification } from '../domain/verification'

type Needs = { readonly db: Pick<Db, '$queryRaw'>; workingDays(): Promise<FreeDays> }

export type MyOrganisation = {
  readonly id: OrganisationId
  readonly name: string
  readonly slug: string
  readonly about: string
  readonly website: string | null
  readonly kvkNumber: string | null
  readonly postcode: string
  readonly placeName: string
  readonly employees: number | null
  readonly topics: readonly string[]
  readonly networks: readonly string[]
  readonly verification: Verification
  readonly refusalReason: string | null
  readonly stoppedOn: CalendarDate | null
  /** Only while it is pending: the last day on which a coordinator looks at it. */
  readonly answerBy: CalendarDate | null
  readonly role: OrganisationRole
  readonly mayEdit: boolean
  readonly mayOffer: boolean
  /** Owners first, then by name; at most 100. */
  readonly members: readonly {
    readonly name: string
    readonly email: string
    readonly role: OrganisationRole
  }[]
  /** Other organisations of the reader, by name. */
  readonly others: readonly { readonly id: string; readonly name: string }[]
}

export type MyOrganisationPage =
  | { readonly kind: 'visitor' }
  /** Signed in, and of no organisation yet. */
  | { readonly kind: 'without'; readonly emailVerified: boolean }
  | { readonly kind: 'member'; readonly organisation: MyOrganisation }

type Row = Omit<MyOrganisation, 'answerBy' | 'role' | 'mayEdit' | 'mayOffer' | 'stoppedOn'> & {
  readonly askedAt: Date
  readonly stoppedAt: Date | null
}

/**
 * @param of which one of several; the first by name where nothing is asked.
 * @throws AppError 404 `organisation.not-found` for one that is not the reader's.
 */
export async function myOrganisation(
  needs: Needs,
  actor: Actor,
  of: string | null,
  locale: string,
): Promise<MyOrganisationPage> {
  if (actor.kind !== 'user') return { kind: 'visitor' }
  if (of !== null && !actor.organisations.has(of as OrganisationId)) throw notFound('organisation.not-found')
  if (actor.organisations.size === 0) return { kind: 'without', emailVerified: actor.emailVerified }
  const row = await read(needs.db, [...actor.organisations.keys()], of, locale)
  if (!row) throw notFound('organisation.not-found')
  const { askedAt, stoppedAt, ...organisation } = row
  const answerBy =
    row.verification === 'pending'
      ? addWorkingDays(calendarDateOf(askedAt), ANSWER_WORKING_DAYS, await needs.workingDays())
      : null
  return {
    kind: 'member',
    organisation: {
      ...organisation,
      stoppedOn: stoppedAt && calendarDateOf(stoppedAt),
      answerBy,
      role: actor.organisations.get(row.id) ?? 'viewer',
      mayEdit: may(actor, 'organisation.edit', { organisationId: row.id }),
      mayOffer: may(actor, 'offer.create', { organisationId: row.id }),
    },
  }
}

async function read(
  db: Needs['db'],
  ids: readonly string[],
  of: string | null,
  locale: string,
): Promise<Row | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH mine AS (
      SELECT * FROM organisation WHERE id = ANY(${[...ids]}::uuid[])
    )
    SELECT g.id, g.name, g.slug, g.about, g.website, g.kvk_number AS "kvkNumber", g.postcode,
      g.place_name AS "placeName", g.employees, g.verification::text, g.refusal_reason AS "refusalReason",
      g.asked_at AS "askedAt", g.stopped_at AS "stoppedAt",
      ARRAY(SELECT CASE WHEN ${locale}::text = 'en' THEN coalesce(t.en, t.nl) ELSE t.nl END FROM topic t
        WHERE t.id = ANY(g.topic_ids) ORDER BY t.id) AS topics,
      ARRAY(SELECT CASE WHEN ${locale}::text = 'en' THEN coalesce(v.en, v.nl) ELSE v.nl END FROM vocabulary_term v
        WHERE v.vocabulary = 'network' AND v.id = ANY(g.network_ids) ORDER BY v.position) AS networks,
      (SELECT coalesce(json_agg(m), '[]') FROM (
        SELECT u.name, u.email::text, s.role FROM organisation_membership s JOIN app_user u ON u.id = s.user_id
        WHERE s.organisation_id = g.id ORDER BY s.role, u.name COLLATE "nl-x-icu", u.id LIMIT 100) m) AS members,
      (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) ORDER BY o.name COLLATE "nl-x-icu"), '[]')
        FROM mine o WHERE o.id <> g.id) AS others
    FROM mine g WHERE ${of}::uuid IS NULL OR g.id = ${of}::uuid
    ORDER BY g.name COLLATE "nl-x-icu", g.id LIMIT 1`
  return row
}
