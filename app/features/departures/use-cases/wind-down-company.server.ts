/** What a company that stopped had open: offers, feeds, kept places, questions of schools, bookings. */
import { type SignedInActor, SYSTEM } from '~/authorisation/actor'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { OrganisationId, UserId } from '~/kernel/ids'
import type { Db, Transact } from '~/platform/db/client.server'
import { type CancelBookingNeeds, cancelBooking } from '../../bookings/use-cases/cancel-booking.server'
import { type DeclineHoldNeeds, declineHold } from '../../clearing/use-cases/decline-hold.server'
import type { FeedStore } from '../../feeds/store.server'
import { type MoveOfferNeeds, moveOffer } from '../../offers/use-cases/move-offer.server'
import { proposalDeclined, proposalWithdrawn } from '../../proposals/events'
import type { ProposalStore } from '../../proposals/store.server'
import { requestWaits } from '../../requests/events'
import type { RequestStore } from '../../requests/store.server'

type StoresOf<Needs> = Needs extends { readonly transact: Transact<infer Stores> } ? Stores : never

export type WindDownNeeds = {
  readonly db: Pick<Db, 'offer' | '$queryRaw'>
  readonly transact: Transact<
    StoresOf<CancelBookingNeeds> &
      StoresOf<DeclineHoldNeeds> &
      StoresOf<MoveOfferNeeds> & {
        readonly requests: RequestStore
        readonly proposals: ProposalStore
        readonly feeds: FeedStore
        readonly outbox: Outbox
      }
  >
  readonly clock: Clock
}

export type WindDown = {
  readonly organisationId: OrganisationId
  readonly byId: UserId
  readonly keepsBookings: boolean
}

/**
 * Each step in a transaction of its own, so that a stop half-way is gone on with. Offers first: a place that comes back
 * later goes to nobody any more. Bookings whose day has passed are left to be told about.
 */
export async function windDownCompany(needs: WindDownNeeds, of: WindDown): Promise<void> {
  const { organisationId } = of
  const offers = await needs.db.offer.findMany({
    where: { organisationId, state: { not: 'archived' } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of offers) await unlessOver(moveOffer(needs, SYSTEM, { id, move: 'archive' }))
  await needs.transact(async ({ feeds }) => {
    await feeds.stopAll(organisationId)
  })
  const holds = await needs.db.$queryRaw<{ id: string }[]>`
    SELECT h.id FROM hold h JOIN offer o ON o.id = h.offer_id
    WHERE o.organisation_id = ${organisationId}::uuid AND h.state = 'offered' ORDER BY h.id`
  for (const { id } of holds)
    await unlessOver(declineHold(needs, SYSTEM, { id, reason: 'stopped', text: null }))
  await answerQuestions(needs, of)
  if (!of.keepsBookings) await cancelBookings(needs, of)
}

async function answerQuestions(needs: WindDownNeeds, { organisationId, byId }: WindDown): Promise<void> {
  const now = needs.clock.now()
  const asked = await needs.db.$queryRaw<{ requestId: string }[]>`
    SELECT DISTINCT p.request_id AS "requestId" FROM proposal p JOIN offer o ON o.id = p.offer_id
    WHERE o.organisation_id = ${organisationId}::uuid AND p.state IN ('sent', 'viewed', 'considering')`
  for (const { requestId } of asked)
    await needs.transact(async ({ requests, proposals, outbox }) => {
      await requests.lock(requestId)
      const theirs = (await proposals.openOf(requestId)).filter((p) => p.organisationId === organisationId)
      for (const { id, byCompany } of theirs) {
        if (byCompany) {
          await proposals.answer(id, { state: 'withdrawn', answeredById: byId }, now)
          await outbox.append(proposalWithdrawn(id))
        } else {
          await proposals.answer(id, { state: 'declined', answeredById: byId, declineReason: 'stopped' }, now)
          await outbox.append(proposalDeclined(id))
        }
      }
      // Who asked nobody does not come on the waiting list because an offer was taken back.
      const wasAsked = theirs.some(({ byCompany }) => !byCompany)
      const { beganWaiting } = await requests.settle(
        requestId,
        now,
        wasAsked ? { ifNobodyLeft: 'declined' } : {},
      )
      if (beganWaiting) await outbox.append(requestWaits(requestId as Parameters<typeof requestWaits>[0]))
    })
}

async function cancelBookings(needs: WindDownNeeds, { organisationId, byId }: WindDown): Promise<void> {
  const actor: SignedInActor = {
    kind: 'user',
    userId: byId,
    emailVerified: true,
    schools: new Map(),
    organisations: new Map([[organisationId, 'owner']]),
    regions: new Set(),
    isAdministrator: false,
  }
  const today = calendarDateOf(needs.clock.now())
  const bookings = await needs.db.$queryRaw<{ id: string }[]>`
    SELECT k.id FROM booking k JOIN place_claim c ON c.id = k.claim_id
    JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
    WHERE o.organisation_id = ${organisationId}::uuid AND k.state = 'confirmed'
      AND (k.date IS NULL OR k.date >= ${today}::date) ORDER BY k.id`
  for (const { id } of bookings)
    await unlessOver(cancelBooking(needs, actor, { id, reason: 'stopped', text: null }))
}

/** Somebody was faster: there is nothing left to end. */
async function unlessOver(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
