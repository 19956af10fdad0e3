/** The other answers: seen, considering, no; and the school's own withdrawal. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import { isUuid, type UserId } from '~/kernel/ids'
import { afterMove } from '~/kernel/state-machine'
import type { Transact } from '~/platform/db/client.server'
import type { SupportRequest } from '../../requests/domain/request'
import { requestWaits } from '../../requests/events'
import type { RequestStore } from '../../requests/store.server'
import { type DeclineReason, type Proposal, type ProposalId, stateOn } from '../domain/proposal'
import { PROPOSAL_TABLE, type ProposalMove, type ProposalState } from '../domain/proposal-states'
import { noColleague, notOpen, proposalNotFound } from '../errors'
import { proposalDeclined, proposalPassed, proposalWithdrawn } from '../events'
import type { ProposalStore } from '../store.server'

type Stores = { readonly requests: RequestStore; readonly proposals: ProposalStore; readonly outbox: Outbox }
export type AnswerProposalNeeds = { readonly transact: Transact<Stores>; readonly clock: Clock }

/** The company opened it. Opening it again, or after an answer, changes nothing. @throws AppError 404. */
export async function viewProposal(needs: AnswerProposalNeeds, actor: Actor, id: string): Promise<void> {
  await needs.transact(async (stores) => {
    const { proposal } = await load(stores, id)
    allow(actor, 'proposal.answer', { organisationId: proposal.organisationId })
    const state = afterMove(PROPOSAL_TABLE, stateOn(proposal, calendarDateOf(needs.clock.now())), 'view')
    if (state) await stores.proposals.setViewed(proposal.id, state, needs.clock.now())
  })
}

/** The company needs time to look. @throws AppError 404; conflict when it can no longer be answered. */
export async function considerProposal(needs: AnswerProposalNeeds, actor: Actor, id: string): Promise<void> {
  await needs.transact(async (stores) => {
    const { proposal } = await load(stores, id)
    allow(actor, 'proposal.answer', { organisationId: proposal.organisationId })
    await stores.proposals.setViewed(
      proposal.id,
      stateAfter(proposal, 'consider', needs.clock),
      needs.clock.now(),
    )
  })
}

export type DeclineProposal = {
  readonly id: string
  readonly reason: DeclineReason
  /** At most 1,000 characters. */
  readonly text: string | null
}

/**
 * The company says no, with a reason that the school reads. When nobody else is asked, the rest goes on the waiting list.
 * @throws AppError 404; conflict when it can no longer be answered.
 */
export async function declineProposal(
  needs: AnswerProposalNeeds,
  actor: Actor,
  input: DeclineProposal,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const { proposal, request } = await load(stores, input.id)
    allow(actor, 'proposal.answer', { organisationId: proposal.organisationId })
    const state = stateAfter(proposal, 'decline', needs.clock)
    const answeredById = actor.kind === 'user' ? actor.userId : null
    await stores.proposals.answer(
      proposal.id,
      { state, answeredById, declineReason: input.reason, text: input.text },
      now,
    )
    const { beganWaiting } = await stores.requests.settle(request.id, now, { ifNobodyLeft: 'declined' })
    await stores.outbox.append(
      proposalDeclined(proposal.id),
      ...(beganWaiting ? [requestWaits(request.id)] : []),
    )
  })
}

/**
 * Somebody of the company hands it to a colleague, who is asked in their place. The last day stays what it was.
 * @returns the proposal that waits for the colleague.
 * @throws AppError 404; conflict when it can no longer be answered; invalid when the colleague does not work there.
 */
export async function passProposal(
  needs: AnswerProposalNeeds,
  actor: Actor,
  input: { readonly id: string; readonly toId: string },
): Promise<ProposalId> {
  const now = needs.clock.now()
  return needs.transact(async (stores) => {
    const { proposal } = await load(stores, input.id)
    allow(actor, 'proposal.answer', { organisationId: proposal.organisationId })
    stateAfter(proposal, 'pass', needs.clock)
    const fromId = actor.kind === 'user' ? actor.userId : null
    const role = isUuid(input.toId)
      ? await stores.proposals.roleAt(proposal.organisationId, input.toId)
      : null
    if (role === null || role === 'viewer' || input.toId === fromId) throw noColleague()
    const passed = await stores.proposals.pass(proposal, { fromId, toId: input.toId as UserId }, now)
    await stores.outbox.append(proposalPassed(passed))
    return passed
  })
}

/** The school takes its question back. @throws AppError 404; conflict when it was answered. */
export async function withdrawProposal(needs: AnswerProposalNeeds, actor: Actor, id: string): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const { proposal, request } = await load(stores, id)
    allow(actor, 'proposal.send', { branchId: proposal.branchId })
    await stores.proposals.answer(
      proposal.id,
      { state: stateAfter(proposal, 'withdraw', needs.clock), answeredById: null },
      now,
    )
    await stores.outbox.append(proposalWithdrawn(proposal.id))
    await stores.requests.settle(request.id, now)
  })
}

/** Locks the request before the proposal is read, as everybody does. */
async function load(
  { requests, proposals }: Stores,
  id: string,
): Promise<{ readonly proposal: Proposal; readonly request: SupportRequest }> {
  const requestId = await proposals.requestOf(id)
  const request = requestId && (await requests.lock(requestId))
  const proposal = await proposals.read(id)
  if (!request || !proposal) throw proposalNotFound()
  return { proposal, request }
}

function stateAfter(proposal: Proposal, move: ProposalMove, clock: Clock): ProposalState {
  const present = stateOn(proposal, calendarDateOf(clock.now()))
  const state = afterMove(PROPOSAL_TABLE, present, move)
  if (!state) throw notOpen(present)
  return state
}
