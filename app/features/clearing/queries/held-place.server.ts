/** One held place, as the school that may answer it sees it. One statement. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { OfferKind, OfferLocation } from '~/kernel/education'
import { distanceKm, type Point } from '~/kernel/geography'
import { type BranchId, isUuid } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { offerSlug } from '../../finder/domain/offer-address'
import { aboutPupils, type HeldPlace } from '../domain/held-place'
import type { HoldState } from '../domain/hold-states'
import { holdNotFound } from '../errors'
import { FIRST_DAY_OF_HOLD } from './hold-span.server'

type Row = {
  readonly id: string
  readonly state: HoldState
  readonly expiresOn: Date
  readonly startsOn: Date
  readonly endsOn: Date
  readonly startTime: string
  readonly slug: string
  readonly offerId: string
  readonly title: string
  readonly summary: string
  readonly kind: OfferKind
  readonly location: OfferLocation
  readonly placeName: string
  readonly organisationName: string
  readonly durationMinutes: number | null
  readonly groupSizeMax: number | null
  readonly costCents: number
  readonly lat: number
  readonly lng: number
  readonly schoolLat: number
  readonly schoolLng: number
  readonly branchId: BranchId
  readonly schoolName: string
  readonly requestId: string
  readonly requestTitle: string
  readonly groupSize: number
  readonly group: number
  readonly groups: number
  readonly allOrNone: boolean
  readonly isShared: boolean
  /** Others in the same place, and their pupils. */
  readonly otherGroups: number | null
  readonly otherPupils: number | null
  readonly bookingId: string | null
  readonly declineText: string | null
}

type Needs = { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock }

/** @throws AppError 404 for a hold that does not exist or is of another school. */
export async function heldPlace(needs: Needs, actor: Actor, id: string): Promise<HeldPlace> {
  const row = isUuid(id) ? await read(needs.db, id) : null
  if (!row) throw holdNotFound()
  allow(actor, 'hold.answer', { branchId: row.branchId })
  const { slug, title, summary, kind, location, placeName, organisationName } = row
  const { durationMinutes, groupSizeMax, costCents } = row
  const company: Point = { lat: row.lat, lng: row.lng }
  const travels = location === 'at-school' || location === 'at-company'
  const expiresOn = asDay(row.expiresOn)
  return {
    id: row.id,
    state: row.state,
    expiresOn,
    isLate: expiresOn < calendarDateOf(needs.clock.now()),
    within: { from: asDay(row.startsOn), until: asDay(row.endsOn) },
    startTime: row.startTime || null,
    offer: {
      slug: offerSlug(slug, row.offerId),
      title,
      summary,
      kind,
      location,
      placeName,
      organisationName,
      durationMinutes,
      groupSizeMax,
      costCents,
      distanceKm: travels ? distanceKm({ lat: row.schoolLat, lng: row.schoolLng }, company) : null,
    },
    request: {
      id: row.requestId,
      title: row.requestTitle,
      groupSize: row.groupSize,
      group: row.group,
      groups: row.groups,
      isWhole: row.allOrNone && row.groups > 1,
    },
    isShared: row.isShared,
    shared: row.otherGroups
      ? { groups: row.otherGroups, aboutPupils: aboutPupils(row.otherPupils ?? 0) }
      : null,
    schoolName: row.schoolName,
    bookingId: row.bookingId,
    declineText: row.declineText,
  }
}

async function read(db: Pick<Db, '$queryRaw'>, id: string): Promise<Row | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT h.id, h.state::text, h.expires_on AS "expiresOn", ${FIRST_DAY_OF_HOLD} AS "startsOn", s.ends_on AS "endsOn", s.start_time AS "startTime",
      o.slug, o.id AS "offerId", o.title, o.summary, o.kind::text, o.location::text, o.place_name AS "placeName",
      n.name AS "organisationName", o.duration_minutes AS "durationMinutes", o.group_size_max AS "groupSizeMax",
      o.cost_cents AS "costCents", o.lat, o.lng, b.lat AS "schoolLat", b.lng AS "schoolLng",
      r.branch_id AS "branchId", b.name AS "schoolName", r.id AS "requestId", r.title AS "requestTitle",
      r.group_size AS "groupSize", r.all_or_none AS "allOrNone", k.id AS "bookingId", h.decline_text AS "declineText",
      c.shared_id IS NOT NULL AS "isShared", sp.groups - 1 AS "otherGroups", sp.pupils - c.pupils AS "otherPupils",
      (SELECT count(*)::int FROM request_group x
        WHERE x.request_id = r.id AND x.dropped_at IS NULL AND x.number <= g.number) AS group,
      (SELECT count(*)::int FROM request_group x WHERE x.request_id = r.id AND x.dropped_at IS NULL) AS groups
    FROM hold h
    JOIN place_claim c ON c.id = h.claim_id
    JOIN capacity_slot s ON s.id = c.slot_id
    JOIN offer o ON o.id = h.offer_id
    JOIN organisation n ON n.id = o.organisation_id
    JOIN request_group g ON g.id = h.group_id
    JOIN support_request r ON r.id = g.request_id
    JOIN school_branch b ON b.id = r.branch_id
    LEFT JOIN booking k ON k.claim_id = c.id
    LEFT JOIN shared_place sp ON sp.id = c.shared_id AND c.released_at IS NULL
    WHERE h.id = ${id}::uuid`
  return row ?? null
}
