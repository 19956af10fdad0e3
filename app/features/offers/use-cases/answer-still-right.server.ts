/** A company says by the link of a mail which of its offers are still right: they stay online, or come back. */
import { SYSTEM } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { stillRightLinkGone } from '../errors'
import { confirmOffer } from './confirm-offer.server'
import { type MoveOfferStores, moveOffer } from './move-offer.server'

export type StillRightLinkNeeds = {
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
}

/** @returns the organisation that the link is about. Writes nothing. @throws AppError gone. */
export async function openStillRightLink(needs: StillRightLinkNeeds, token: unknown): Promise<string> {
  const now = needs.clock.now()
  const linkId = needs.links.read('still-right', token, now)
  const opened = linkId && (await needs.transact(({ links }) => links.look('still-right', linkId, now)))
  if (!opened) throw stillRightLinkGone()
  return opened.payload.organisationId ?? ''
}

export type AnswerStillRight = {
  readonly token: unknown
  /** Those that are still right; of another company than that of the link none is touched. */
  readonly offerIds: readonly string[]
}

/**
 * The link is used up first, then each offer is answered by itself: one that cannot come back stops no other.
 * @returns how many are online, and which could not come back because something is missing.
 * @throws AppError gone when the link is unknown, used or expired.
 */
export async function answerStillRight(
  needs: Omit<StillRightLinkNeeds, 'transact'> & {
    readonly transact: Transact<MoveOfferStores & { readonly links: LinkStore }>
  },
  { token, offerIds }: AnswerStillRight,
): Promise<{ readonly online: number; readonly incomplete: number }> {
  const now = needs.clock.now()
  const linkId = needs.links.read('still-right', token, now)
  if (!linkId) throw stillRightLinkGone()
  const theirs = await needs.transact(async ({ links, offers }) => {
    const opened = await links.use('still-right', linkId, now)
    if (!opened) throw stillRightLinkGone()
    const found = []
    for (const id of new Set(offerIds)) {
      const offer = await offers.lock(id)
      if (offer && offer.organisationId === opened.payload.organisationId) found.push(offer)
    }
    return found
  })
  let online = 0
  let incomplete = 0
  for (const { id, state } of theirs) {
    try {
      if (state === 'paused') await moveOffer(needs, SYSTEM, { id, move: 'resume' })
      else await confirmOffer(needs, SYSTEM, id)
      online++
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      incomplete++
    }
  }
  return { online, incomplete }
}
