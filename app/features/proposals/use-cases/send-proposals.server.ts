/** A school asks one or several companies; or a coordinator of its region does so for it, which it is told. */
import type { Actor } from '~/authorisation/actor'
import { allow, may } from '~/authorisation/permissions'
import { addWorkingDays, type Clock, calendarDateOf, type FreeDays } from '~/kernel/calendar'
import { placesFor } from '~/kernel/education'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { Transact } from '~/platform/db/client.server'
import { groupsWithoutPlace, type SupportRequest } from '../../requests/domain/request'
import { isRunning } from '../../requests/domain/request-state'
import { notRunning, requestNotFound } from '../../requests/errors'
import type { RequestStore } from '../../requests/store.server'
import { ANSWER_DAYS, type ProposalId } from '../domain/proposal'
import {
  askedAlready,
  askedLately,
  everyGroupHasPlace,
  groupTooBig,
  noOffers,
  offeredToYou,
  offerNotThere,
  otherLevel,
  takeItYourself,
} from '../errors'
import { askedForSchool, proposalSent } from '../events'
import type { AskedOffer, ProposalStore } from '../store.server'

export type SendProposalsNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly proposals: ProposalStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
  /** Weekends and public holidays; companies work in school holidays. */
  readonly workingDays: () => Promise<FreeDays>
}

export type SendProposals = {
  readonly requestId: string
  /** 1–10 offers. */
  readonly offerIds: readonly string[]
  /** At most 2,000 characters. */
  readonly message: string | null
  /** Score of each offer as the page showed it, where it did. */
  readonly scores?: Readonly<Record<string, number>>
}

/**
 * All of them are sent or none. A proposal asks for all groups that have no place yet; for a project, for one place.
 * @throws AppError 404; conflict when the request moved on, an offer is gone or was asked before; invalid when a group
 * or the level does not fit, or the offer is a download.
 */
export async function sendProposals(
  needs: SendProposalsNeeds,
  actor: Actor,
  input: SendProposals,
): Promise<readonly ProposalId[]> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (input.offerIds.length === 0) throw noOffers()
  const now = needs.clock.now()
  const dueOn = addWorkingDays(calendarDateOf(now), ANSWER_DAYS, await needs.workingDays())
  return needs.transact(async ({ requests, proposals, outbox }) => {
    const request = await requests.lock(input.requestId)
    if (!request) throw requestNotFound()
    const forSchool = !may(actor, 'proposal.send', { branchId: request.branchId })
    if (forSchool)
      allow(actor, 'request.follow-up', { regionIds: await proposals.regionsOf(request.branchId) })
    if (!isRunning(request.state)) throw notRunning(request.state)
    const unplaced = groupsWithoutPlace(request).length
    if (unplaced === 0) throw everyGroupHasPlace()
    const offers = await proposals.offers(input.offerIds)
    if (offers.length !== new Set(input.offerIds).size) throw offerNotThere()
    const lately = await proposals.askedLately(
      {
        branchId: request.branchId,
        organisationIds: offers.map(({ organisationId }) => organisationId),
        topicIds: request.need.topicIds,
        requestId: request.id,
      },
      now,
    )
    const sent: ProposalId[] = []
    for (const offer of offers) {
      refuseWhatCannotBe(offer, request)
      if (lately.has(offer.organisationId)) throw askedLately(offer.organisationName)
      const score = input.scores?.[offer.id] ?? null
      const id = await proposals.create(
        {
          requestId: request.id,
          offerId: offer.id,
          groupsAsked: placesFor(offer.kind, unplaced),
          message: input.message,
          score,
          sentById: actor.userId,
          dueOn,
        },
        now,
      )
      if (!id) {
        const open = await proposals.openOf(request.id)
        const isOffered = open.some((other) => other.byCompany && other.offerId === offer.id)
        throw isOffered ? offeredToYou(offer.title) : askedAlready(offer.title)
      }
      sent.push(id)
    }
    await outbox.append(...sent.map(proposalSent))
    if (forSchool) await outbox.append(askedForSchool(request.id, sent))
    await requests.settle(request.id, now)
    return sent
  })
}

/** What would only cost the company an answer. Another kind or a longer way may still be asked. */
function refuseWhatCannotBe(offer: AskedOffer, request: SupportRequest): void {
  const { need } = request
  if (!offer.isPublished) throw offerNotThere()
  if (!offer.hasCapacity) throw takeItYourself(offer.title)
  if (offer.groupSizeMax !== null && need.groupSize > offer.groupSizeMax) {
    throw groupTooBig(offer.title, offer.groupSizeMax)
  }
  if (!offer.levels.some((entry) => entry.level === need.level)) throw otherLevel(offer.title)
}
