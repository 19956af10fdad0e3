/** Places of a company that are kept for schools until they answer. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { offerSlug } from '../../finder/domain/offer-address'
import type { HoldState } from '../domain/hold-states'
import type { KeptPlace, KeptPlaceLine } from '../domain/kept-place'
import { weeksWaited } from '../domain/priority'
import { holdNotFound } from '../errors'
import { type AskedRow, askedColumns, askedOf, membershipOn } from './asked-row.server'
import { FIRST_DAY_OF_HOLD } from './hold-span.server'

type Needs = { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock }

const LINES_MAX = 20

/** Those that still wait, the first to be answered first. One statement; none for who has no company. */
export async function keptPlaces({ db, clock }: Needs, actor: Actor): Promise<readonly KeptPlaceLine[]> {
  if (actor.kind !== 'user' || actor.organisations.size === 0) return []
  const rows = await db.$queryRaw<(Omit<KeptPlaceLine, 'expiresOn'> & { readonly expiresOn: Date })[]>`
    SELECT h.id, r.title, b.place_name AS "placeName", o.title AS "offerTitle", h.expires_on AS "expiresOn"
    FROM hold h JOIN offer o ON o.id = h.offer_id JOIN request_group g ON g.id = h.group_id
    JOIN support_request r ON r.id = g.request_id JOIN school_branch b ON b.id = r.branch_id
    WHERE h.state = 'offered' AND h.expires_on >= ${calendarDateOf(clock.now())}::date
      AND o.organisation_id = ANY(${[...actor.organisations.keys()]}::uuid[])
    ORDER BY h.expires_on, h.id LIMIT ${LINES_MAX}`
  return rows.map((row) => ({ ...row, expiresOn: asDay(row.expiresOn) }))
}

type Row = AskedRow &
  Omit<
    KeptPlace,
    'expiresOn' | 'isOpen' | 'mayDecline' | 'within' | 'need' | 'offerSlug' | 'waitingWeeks' | 'choice'
  > & {
    readonly state: HoldState
    readonly expiresOn: Date
    readonly startsOn: Date
    readonly endsOn: Date
    readonly slug: string
    readonly organisationId: OrganisationId
    readonly waitingSince: Date
    readonly choice: number | null
  }

/** One statement. @throws AppError 404 for a place that does not exist or is of another company. */
export async function keptPlace({ db, clock }: Needs, actor: Actor, id: string): Promise<KeptPlace> {
  const now = clock.now()
  const [row] = isUuid(id)
    ? await db.$queryRaw<Row[]>`
    WITH ${membershipOn(now)}
    SELECT h.id, h.state::text, h.expires_on AS "expiresOn", ${FIRST_DAY_OF_HOLD} AS "startsOn", s.ends_on AS "endsOn",
      o.id AS "offerId", o.slug, o.title AS "offerTitle", o.organisation_id AS "organisationId",
      r.branch_id AS "branchId", b.name AS "schoolName", b.place_name AS "schoolPlace", r.title, r.text,
      coalesce(r.waiting_since, r.created_at) AS "waitingSince", h.decline_reason::text AS "declineReason",
      CASE WHEN sp.groups > 1 THEN json_build_object('groups', sp.groups, 'pupils', sp.pupils) END AS shared,
      k.id AS "bookingId", (a.why->>'choice')::int AS choice, ${askedColumns(now)}
    FROM hold h JOIN place_claim c ON c.id = h.claim_id JOIN capacity_slot s ON s.id = c.slot_id
    JOIN offer o ON o.id = h.offer_id JOIN request_group g ON g.id = h.group_id
    JOIN support_request r ON r.id = g.request_id JOIN school_branch b ON b.id = r.branch_id
    LEFT JOIN booking k ON k.claim_id = c.id
    LEFT JOIN shared_place sp ON sp.id = c.shared_id AND c.released_at IS NULL
    LEFT JOIN clearing_assignment a ON a.round_id = h.round_id AND a.group_id = h.group_id
    CROSS JOIN membership m WHERE h.id = ${id}::uuid`
    : []
  if (!row) throw holdNotFound()
  allow(actor, 'organisation.see', { organisationId: row.organisationId })
  const expiresOn = asDay(row.expiresOn)
  return {
    id: row.id,
    state: row.state,
    expiresOn,
    isOpen: row.state === 'offered' && expiresOn >= calendarDateOf(now),
    mayDecline: may(actor, 'hold.decline', { organisationId: row.organisationId }),
    within: { from: asDay(row.startsOn), until: asDay(row.endsOn) },
    offerId: row.offerId,
    offerSlug: offerSlug(row.slug, row.offerId),
    offerTitle: row.offerTitle,
    branchId: row.branchId,
    schoolName: row.schoolName,
    schoolPlace: row.schoolPlace,
    title: row.title,
    text: row.text,
    need: askedOf(row),
    choice: row.choice,
    waitingWeeks: weeksWaited(row.waitingSince, now),
    shared: row.shared,
    declineReason: row.declineReason,
    bookingId: row.bookingId,
  }
}
