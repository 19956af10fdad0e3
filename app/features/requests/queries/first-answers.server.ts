/** With which answers the form of a request opens: those of its address, or of what it begins at. */
import type { Actor } from '~/authorisation/actor'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import type { BranchId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import {
  answersAgain,
  REQUEST_FIELDS,
  type StepName,
  type TypedRequest,
  typedRequest,
} from '../domain/request-form'
import { draftAnswers } from './my-drafts.server'
import { offerAsAnswers } from './offer-as-answers.server'
import { requestPage } from './request-page.server'

type Needs = {
  readonly db: Pick<Db, '$queryRaw' | 'topic' | 'offer' | 'requestDraft'>
  readonly clock: Clock
}

export type FirstAnswers = {
  readonly typed: TypedRequest
  /** What was kept is gone on with at this step, under an address that holds its answers. */
  readonly goOnAt: StepName | null
}

/**
 * Three statements at most.
 * @param params of the address: its answers; else `draft`, `kept`, `again` or `offer`, at which it begins.
 * @param kept what the reader's browser keeps from before the sign-in.
 * @throws AppError 401, 404 for what is not the actor's.
 */
export async function firstAnswers(
  { db, clock }: Needs,
  actor: Actor,
  params: URLSearchParams,
  kept: TypedRequest | null,
): Promise<FirstAnswers> {
  const isAnswered = REQUEST_FIELDS.some((name) => params.has(name))
  const draft = params.get('draft')
  if (draft !== null && !isAnswered) {
    const { typed, step } = await draftAnswers(db, actor, draft)
    return { typed: { ...typed, draft: [draft] }, goOnAt: step }
  }
  if (params.has('kept') && kept && !isAnswered) {
    const typed = typedRequest(
      Object.entries(kept).flatMap(([name, list]) => list.map((v) => [name, v] as const)),
    )
    if (actor.kind !== 'user') return { typed, goOnAt: 'check' }
    // Of the school that was chosen before the sign-in, where the reader works there.
    const { branch, ...rest } = typed
    const isOwn = branch?.[0] !== undefined && actor.schools.has(branch[0] as BranchId)
    return { typed: isOwn ? typed : rest, goOnAt: actor.schools.size > 0 ? 'check' : null }
  }
  const again = params.get('again')
  if (again === null) return { typed: typedRequest(await offerAsAnswers(db, params)), goOnAt: null }
  const now = clock.now()
  const earlier = await requestPage(db, actor, now, again)
  if (!earlier.mayEdit) throw notFound('page.not-found')
  const answers = answersAgain(earlier, { branch: earlier.branchId, today: calendarDateOf(now) })
  return { typed: { ...answers, ...typedRequest(params) }, goOnAt: null }
}
