/** What somebody began to ask is kept, gone on with, thrown away, and forgotten when nobody touches it. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import { isUuid } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { DRAFT_DAYS, keptAnswers } from '../domain/draft'
import type { StepName, TypedRequest } from '../domain/request-form'
import type { RequestDraftStore } from '../draft-store.server'
import { requestNotFound } from '../errors'

export type DraftNeeds = {
  readonly transact: Transact<{ readonly requestDrafts: RequestDraftStore }>
  readonly clock: Clock
}

type Draft = {
  /** The one that it goes on with; `null` begins one. */
  readonly id: string | null
  readonly typed: TypedRequest
  /** Where the writer goes on. */
  readonly step: StepName
}

/**
 * @returns its id; `null` where nothing is answered that is worth keeping. One that is gone begins anew.
 * @throws AppError 401; 404 for a draft of somebody else.
 */
export async function keepDraft(
  { transact, clock }: DraftNeeds,
  actor: Actor,
  { id, typed, step }: Draft,
): Promise<string | null> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const answers = keptAnswers(typed)
  if (Object.keys(answers).length === 0) return null
  const { userId } = actor
  return transact(async ({ requestDrafts }) => {
    const owner = id !== null && isUuid(id) ? await requestDrafts.ownerOf(id) : null
    if (owner !== null) allow(actor, 'request.draft', { userId: owner })
    return requestDrafts.save(owner && id, { userId, answers, step }, clock.now())
  })
}

type RemoveNeeds = Pick<DraftNeeds, 'transact'>

/** Thrown away. @throws AppError 404 for a draft of somebody else, or one that is gone. */
export async function dropDraft(needs: RemoveNeeds, actor: Actor, id: string): Promise<void> {
  if (!(await removeOwn(needs, actor, id))) throw requestNotFound()
}

/** Its request was posted. One that is gone already is no mistake: a form may be posted twice. */
export async function finishDraft(needs: RemoveNeeds, actor: Actor, id: string): Promise<void> {
  await removeOwn(needs, actor, id)
}

async function removeOwn({ transact }: RemoveNeeds, actor: Actor, id: string): Promise<boolean> {
  if (actor.kind !== 'user' || !isUuid(id)) return false
  const { userId } = actor
  return transact(({ requestDrafts }) => requestDrafts.remove(id, userId))
}

/** The clock. @returns how many nobody touched for `DRAFT_DAYS`. */
export async function forgetDrafts({ transact, clock }: DraftNeeds): Promise<number> {
  const before = new Date(clock.now().getTime() - DRAFT_DAYS * 86_400_000)
  return transact(({ requestDrafts }) => requestDrafts.forget(before))
}
