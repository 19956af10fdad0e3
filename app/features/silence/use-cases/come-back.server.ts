/** A company says that it is there: by the link of the mail, or on its own page. */
import { type Actor, SYSTEM } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { OrganisationId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { type MoveOfferStores, moveOffer } from '../../offers/use-cases/move-offer.server'
import { silenceLinkGone } from '../errors'
import type { SilenceStore } from '../store.server'

export type SilenceLinkNeeds = {
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
}
export type ComeBackNeeds = {
  readonly transact: Transact<MoveOfferStores & { readonly silence: SilenceStore }>
  readonly clock: Clock
}

/** @returns the organisation that the link is about. Writes nothing. @throws AppError gone. */
export async function openSilenceLink(needs: SilenceLinkNeeds, token: unknown): Promise<OrganisationId> {
  const now = needs.clock.now()
  const linkId = needs.links.read('answer-silence', token, now)
  const opened = linkId && (await needs.transact(({ links }) => links.look('answer-silence', linkId, now)))
  if (!opened) throw silenceLinkGone()
  return opened.payload.organisationId as OrganisationId
}

/** @returns how many offers are before schools again. @throws AppError gone: unknown, used or expired. */
export async function comeBackByLink(
  needs: Omit<SilenceLinkNeeds, 'transact'> & {
    readonly transact: Transact<
      MoveOfferStores & { readonly silence: SilenceStore; readonly links: LinkStore }
    >
  },
  token: unknown,
): Promise<number> {
  const now = needs.clock.now()
  const linkId = needs.links.read('answer-silence', token, now)
  const opened = linkId && (await needs.transact(({ links }) => links.use('answer-silence', linkId, now)))
  if (!opened) throw silenceLinkGone()
  return bringBack(needs, opened.payload.organisationId as OrganisationId)
}

/**
 * What lapsed before counts no more, and what was hidden because of it returns. One offer that cannot return stops no other.
 * @returns how many offers are before schools again.
 * @throws AppError 404 for another's organisation.
 */
export async function comeBack(needs: ComeBackNeeds, actor: Actor, id: string): Promise<number> {
  const organisationId = id as OrganisationId
  allow(actor, 'offer.publish', { organisationId })
  return bringBack(needs, organisationId)
}

async function bringBack(needs: ComeBackNeeds, id: OrganisationId): Promise<number> {
  const offers = await needs.transact(async ({ silence }) => {
    const hidden = await silence.hiddenOffers(id)
    await silence.saveBack(id, needs.clock.now())
    return hidden
  })
  let online = 0
  for (const offer of offers) {
    try {
      await moveOffer(needs, SYSTEM, { id: offer, move: 'resume' })
      online++
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return online
}
