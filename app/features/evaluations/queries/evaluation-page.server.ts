/** The page on which one side says what it thought, and reads what the other did. One statement. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import { type BranchId, isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { partyOf } from '../../bookings/domain/party'
import { bookingNotFound } from '../../bookings/errors'
import { offerSlug } from '../../finder/domain/offer-address'
import {
  type Evaluation,
  type EvaluationRefusal,
  type EvaluationSide,
  isShown,
  refusalOf,
} from '../domain/evaluation'

export type EvaluationPage = {
  readonly bookingId: string
  readonly requestId: string
  /** Of the group, while the school has still to count who was there; else `null`. */
  readonly pupilsToCount: number | null
  readonly side: EvaluationSide
  readonly offer: { readonly id: string; readonly slug: string; readonly title: string }
  readonly schoolName: string
  readonly companyName: string
  readonly date: CalendarDate | null
  readonly own: Evaluation | null
  /** `hidden`: it is there, and read when both have spoken. */
  readonly others: Evaluation | 'hidden' | null
  /** A viewer of a company reads along. */
  readonly maySpeak: boolean
  /** Why nothing can be said now; `null`: it can. */
  readonly refusal: EvaluationRefusal | null
}

/** @throws AppError 401; 404 for who is no party. */
export async function evaluationPage(
  needs: { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock },
  actor: Actor,
  id: string,
): Promise<EvaluationPage> {
  const facts = isUuid(id) ? await readFacts(needs.db, id) : null
  if (!facts) throw bookingNotFound()
  allow(actor, 'booking.follow', facts)
  const side: EvaluationSide = partyOf(actor, facts) === 'company' ? 'company' : 'school'
  const other: EvaluationSide = side === 'school' ? 'company' : 'school'
  const today = calendarDateOf(needs.clock.now())
  const { given, offerId, words, title, schoolName, companyName, date } = facts
  const theirs = given.find((one) => one.side === other) ?? null
  return {
    bookingId: id,
    requestId: facts.requestId,
    pupilsToCount: side === 'school' && isToCount(facts, today) ? facts.groupSize : null,
    side,
    offer: { id: offerId, slug: offerSlug(words, offerId), title },
    schoolName,
    companyName,
    date,
    own: given.find((one) => one.side === side) ?? null,
    others: theirs && !isShown(given, other, today) ? 'hidden' : theirs,
    maySpeak: may(actor, 'booking.change', facts),
    refusal: refusalOf(facts, given, side, today),
  }
}

function isToCount({ state, date }: Pick<Facts, 'state' | 'date'>, today: CalendarDate): boolean {
  return (state === 'confirmed' || state === 'no-show') && date !== null && date <= today
}

type Facts = {
  readonly requestId: string
  readonly groupSize: number
  readonly branchId: BranchId
  readonly organisationId: OrganisationId
  readonly state: string
  readonly date: CalendarDate | null
  readonly offerId: string
  readonly words: string
  readonly title: string
  readonly schoolName: string
  readonly companyName: string
  readonly given: readonly Evaluation[]
}
type Given = Omit<Evaluation, 'on'> & { readonly at: string }

async function readFacts(db: Pick<Db, '$queryRaw'>, id: string): Promise<Facts | null> {
  const [row] = await db.$queryRaw<
    (Omit<Facts, 'date' | 'given'> & { readonly date: Date | null; readonly given: readonly Given[] })[]
  >`
    SELECT r.id AS "requestId", r.group_size AS "groupSize", r.branch_id AS "branchId", o.organisation_id AS "organisationId", k.state::text AS state, k.date,
      o.id AS "offerId", o.slug AS words, o.title, b.name AS "schoolName", n.name AS "companyName",
      (SELECT coalesce(json_agg(json_build_object('side', e.party, 'rating', e.rating, 'again', e.again,
          'goal', e.goal, 'fit', e.fit, 'text', e.text, 'at', e.created_at)), '[]')
        FROM evaluation e WHERE e.booking_id = k.id) AS given
    FROM booking k
    JOIN place_claim c ON c.id = k.claim_id
    JOIN capacity_slot s ON s.id = c.slot_id
    JOIN offer o ON o.id = s.offer_id
    JOIN organisation n ON n.id = o.organisation_id
    JOIN request_group g ON g.id = c.group_id
    JOIN support_request r ON r.id = g.request_id
    JOIN school_branch b ON b.id = r.branch_id
    WHERE k.id = ${id}::uuid`
  return row
    ? {
        ...row,
        date: row.date && asDay(row.date),
        given: row.given.map(({ at, ...one }) => ({ ...one, on: calendarDateOf(new Date(at)) })),
      }
    : null
}
