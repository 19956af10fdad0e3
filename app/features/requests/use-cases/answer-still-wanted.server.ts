/** A school says whether it still looks: by the link of the mail, or signed in. */
import { type Actor, SYSTEM } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { notRunning, requestNotFound, stillWantedLinkGone } from '../errors'
import type { RequestStore } from '../store.server'
import { type WithdrawStores, withdrawIn } from './withdraw-request.server'

type Stores = WithdrawStores & { readonly links: LinkStore }
export type AnswerStillWantedNeeds = {
  readonly transact: Transact<Stores>
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
}

/** @returns the request that the link is about, for the page that asks. Writes nothing. @throws AppError gone. */
export async function openStillWantedLink(
  needs: Omit<AnswerStillWantedNeeds, 'transact'> & {
    readonly transact: Transact<{ readonly links: LinkStore }>
  },
  token: unknown,
): Promise<string> {
  const now = needs.clock.now()
  const linkId = needs.links.read('still-wanted', token, now)
  const opened = linkId && (await needs.transact(({ links }) => links.look('still-wanted', linkId, now)))
  if (!opened) throw stillWantedLinkGone()
  return opened.payload.requestId ?? ''
}

/**
 * Yes keeps its place on the list and two months of rest; no withdraws what has no booking.
 * @throws AppError gone when the link is unknown, used or expired; conflict when the request no longer waits.
 */
export async function answerStillWantedByLink(
  needs: AnswerStillWantedNeeds,
  { token, yes }: { readonly token: unknown; readonly yes: boolean },
): Promise<void> {
  const now = needs.clock.now()
  const linkId = needs.links.read('still-wanted', token, now)
  if (!linkId) throw stillWantedLinkGone()
  await needs.transact(async ({ links, ...stores }) => {
    const opened = await links.use('still-wanted', linkId, now)
    if (!opened) throw stillWantedLinkGone()
    const id = opened.payload.requestId ?? ''
    if (yes) await keepIn(stores, SYSTEM, id, now)
    else await withdrawIn(stores, SYSTEM, id, now)
  })
}

/** @throws AppError 404; conflict when the request no longer waits. */
export async function keepWaiting(
  needs: { readonly transact: Transact<{ readonly requests: RequestStore }>; readonly clock: Clock },
  actor: Actor,
  id: string,
): Promise<void> {
  const now = needs.clock.now()
  await needs.transact((stores) => keepIn(stores, actor, id, now))
}

async function keepIn(
  { requests }: { readonly requests: RequestStore },
  actor: Actor,
  id: string,
  now: Date,
): Promise<void> {
  const request = await requests.lock(id)
  if (!request) throw requestNotFound()
  allow(actor, 'request.edit', { branchId: request.branchId })
  if (request.waitingSince === null) throw notRunning(request.state)
  await requests.saveStillWanted(request.id, now)
}
