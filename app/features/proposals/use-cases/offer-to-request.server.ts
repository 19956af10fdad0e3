/** A company offers something to a request of a school that did not ask it. Which school it is it reads when that says yes. */
import type { SignedInActor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import {
  addWorkingDays,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  type FreeDays,
  lastBookableDay,
} from '~/kernel/calendar'
import { placesFor } from '~/kernel/education'
import type { Outbox } from '~/kernel/events'
import { isUuid } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { groupsWithoutPlace } from '../../requests/domain/request'
import type { RequestStore } from '../../requests/store.server'
import { mistakeInDays, mistakeInOffering, type OfferedDays, SCHOOL_ANSWER_DAYS } from '../domain/offered'
import type { ProposalId } from '../domain/proposal'
import { badDays, mayNotOffer, offerNotThere, proposalNotFound, requestDoesNotFit } from '../errors'
import { proposalOffered } from '../events'
import type { OfferedStore } from '../offered-store.server'
import type { ProposalStore } from '../store.server'

/** How an offer of the company fits a request nearby, by the rules of the page of them; `null`: it does not. */
export type NearbyFitOf = (
  actor: SignedInActor,
  asked: { readonly requestId: string; readonly offerId: string },
) => Promise<{ readonly branchId: string; readonly score: number } | null>

export type OfferToRequestNeeds = {
  readonly transact: Transact<{
    readonly requests: RequestStore
    readonly proposals: ProposalStore
    readonly offered: OfferedStore
    readonly outbox: Outbox
  }>
  readonly clock: Clock
  readonly nearbyFit: NearbyFitOf
  readonly schoolDays: (branchIds: readonly string[]) => Promise<ReadonlyMap<string, FreeDays>>
}

export type OfferToRequest = OfferedDays & {
  readonly requestId: string
  readonly offerId: string
  /** At most 600 characters. */
  readonly message: string | null
}

/**
 * It is offered for as many groups as the company has places for. The school has ten of its own working days to answer.
 * @throws AppError 404 for an offer that is not the actor's; conflict when the request does not fit (any more) or the
 * company may not offer it now; invalid days.
 */
export async function offerToRequest(
  needs: OfferToRequestNeeds,
  actor: SignedInActor,
  input: OfferToRequest,
): Promise<ProposalId> {
  const now = needs.clock.now()
  const today = calendarDateOf(now)
  const lastDay = lastBookableDay(today)
  if (!isUuid(input.offerId)) throw proposalNotFound()
  const fit = isUuid(input.requestId) ? await needs.nearbyFit(actor, input) : null
  const dueOn = fit && (await lastDayToAnswer(needs, fit.branchId, today))
  return needs.transact(async ({ requests, proposals, offered, outbox }) => {
    const request = fit && (await requests.lock(input.requestId))
    const [offer] = await proposals.offers([input.offerId])
    if (!offer) throw proposalNotFound()
    allow(actor, 'proposal.offer', { organisationId: offer.organisationId })
    if (!offer.isPublished || !offer.hasCapacity) throw offerNotThere()
    const unplaced = request ? groupsWithoutPlace(request) : []
    const looks = request && ['open', 'proposed', 'waiting'].includes(request.state) && unplaced.length > 0
    if (!fit || !dueOn || !looks) throw requestDoesNotFit()
    const mistake = mistakeInDays(input, today, lastDay)
    if (mistake) throw badDays(mistake)
    const { need } = request
    const places = await offered.placesLeft(
      offer.id,
      input.period ?? need.period ?? { from: today, until: lastDay },
    )
    const wanted = placesFor(offer.kind, unplaced.length)
    const facts = { groups: wanted, allOrNone: need.allOrNone, places }
    const objection = mistakeInOffering(
      { ...(await offered.standing(request.id, offer.organisationId)), ...facts },
      now,
    )
    if (objection) throw mayNotOffer(objection)
    const days = [...new Set(input.days)].sort()
    if ((await offered.daysWithPlace(offer.id, days)).length < days.length) throw badDays('no-place-then')
    const { message, period } = input
    const groups = Math.min(wanted, places)
    const about = { requestId: request.id, offerId: offer.id, sentById: actor.userId, score: fit.score }
    const id = await offered.create({ ...about, days, period, message, groups, dueOn }, now)
    if (!id) throw mayNotOffer('offered-lately')
    await outbox.append(proposalOffered(id))
    return id
  })
}

async function lastDayToAnswer(
  { schoolDays }: Pick<OfferToRequestNeeds, 'schoolDays'>,
  branchId: string,
  today: CalendarDate,
): Promise<CalendarDate | null> {
  const free = (await schoolDays([branchId])).get(branchId)
  return free ? addWorkingDays(today, SCHOOL_ANSWER_DAYS, free) : null
}
