/** A school posts what it needs. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Outbox } from '~/kernel/events'
import type { BranchId, UserId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { RequestId } from '../domain/ids'
import { mistakeIn, type RequestNeed } from '../domain/need'
import type { WaitingReason } from '../domain/request'
import type { RequestState } from '../domain/request-state'
import { senseless, verifyFirst } from '../errors'
import { requestPosted, requestWaits } from '../events'
import type { RequestStore } from '../store.server'

/** Why nothing can be given now, `null` when something can. */
export type WhyNothing = (branchId: BranchId, need: RequestNeed) => Promise<WaitingReason | null>

export type PostStores = { readonly requests: RequestStore; readonly outbox: Outbox }
export type PostRequestNeeds = {
  readonly transact: Transact<PostStores>
  readonly clock: Clock
  readonly whyNothing: WhyNothing
}

export type PostRequest = {
  readonly branchId: BranchId
  readonly need: RequestNeed
  /** 1–20. */
  readonly groups: number
  readonly submissionKey: string | null
  readonly isDemo?: boolean
  readonly externalRef?: string
}

/**
 * Posts the request; one that nobody can serve stands on the waiting list at once, with the reason.
 * @returns the request; the one made before when the form is posted twice.
 * @throws AppError 404 for a branch that is not the actor's; forbidden until the address is verified; invalid.
 */
export async function postRequest(
  needs: PostRequestNeeds,
  actor: Actor,
  input: PostRequest,
): Promise<{ readonly id: RequestId; readonly state: RequestState }> {
  allow(actor, 'request.post', { branchId: input.branchId })
  // A script posts nothing of its own: a request always has a person who can be asked.
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  if (!actor.emailVerified) throw verifyFirst()
  const now = needs.clock.now()
  const reason = await readyToPost(needs, input, now)
  const { id, state } = await needs.transact((stores) =>
    postIn(stores, { ...input, createdById: actor.userId, reason }, now),
  )
  return { id, state }
}

/**
 * What is looked up before the transaction begins.
 * @returns why nothing can be given now, `null` when something can.
 * @throws AppError invalid.
 */
export async function readyToPost(
  { whyNothing }: Pick<PostRequestNeeds, 'whyNothing'>,
  { branchId, need }: Pick<PostRequest, 'branchId' | 'need'>,
  now: Date,
): Promise<WaitingReason | null> {
  const mistake = mistakeIn(need, calendarDateOf(now))
  if (mistake) throw senseless(mistake)
  return whyNothing(branchId, need)
}

/** Inside a transaction that may do more. @returns `isNew` false: the form made it before, and nobody is told again. */
export async function postIn(
  { requests, outbox }: PostStores,
  input: PostRequest & { readonly createdById: UserId; readonly reason: WaitingReason | null },
  now: Date,
): Promise<{ readonly id: RequestId; readonly state: RequestState; readonly isNew: boolean }> {
  const { reason } = input
  const { id, state } = await requests.create(
    {
      branchId: input.branchId,
      createdById: input.createdById,
      need: input.need,
      groups: input.groups,
      submissionKey: input.submissionKey,
      isDemo: input.isDemo ?? false,
      externalRef: input.externalRef ?? null,
      waiting: reason,
    },
    now,
  )
  if (state === null) return { id, state: (await requests.settle(id, now)).state, isNew: false }
  await outbox.append(requestPosted(id), ...(reason ? [requestWaits(id)] : []))
  return { id, state, isNew: true }
}
