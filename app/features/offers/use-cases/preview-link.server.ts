/** A link that shows an offer, also a draft, to a colleague without an account; it ends by itself and can be taken back. */
import { randomUUID } from 'node:crypto'
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import { AppError } from '~/kernel/errors'
import type { OfferId } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { canChange } from '../domain/offer-states'
import { notFrom, offerNotFound } from '../errors'
import type { OfferStore } from '../store.server'

type Stores = { readonly offers: Pick<OfferStore, 'lock'>; readonly links: LinkStore }
export type PreviewLinkNeeds = {
  readonly transact: Transact<Stores>
  readonly links: Pick<Links, 'sign'>
  readonly clock: Clock
}

const DAYS = 30
const DAY_MS = 86_400_000

/**
 * There is one at a time: an older one opens nothing any more. Its row keeps the name that signs it, so that the company can
 * see the link again; the link itself stands nowhere.
 * @throws AppError 404 for what is not the actor's; conflict `offer.is-archived`.
 */
export async function makePreviewLink(needs: PreviewLinkNeeds, actor: Actor, id: string): Promise<void> {
  const now = needs.clock.now()
  await needs.transact(async ({ offers, links }) => {
    const offer = await offers.lock(id)
    if (!offer) throw offerNotFound()
    allow(actor, 'offer.edit', offer)
    if (!canChange(offer.state)) throw notFrom(offer.state)
    await links.withdraw('preview-offer', offer.id, now)
    const key = randomUUID()
    const expiresAt = new Date(Math.floor(now.getTime() / 1000) * 1000 + DAYS * DAY_MS)
    const { id: linkId } = needs.links.sign({ purpose: 'preview-offer', key, expiresAt })
    const payload = { key }
    await links.keep({ id: linkId, purpose: 'preview-offer', subjectId: offer.id, payload, expiresAt })
  })
}

/** Taking back what is not there changes nothing. @throws AppError 404 for what is not the actor's. */
export async function withdrawPreviewLink(
  needs: Pick<PreviewLinkNeeds, 'transact' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<void> {
  await needs.transact(async ({ offers, links }) => {
    const offer = await offers.lock(id)
    if (!offer) throw offerNotFound()
    allow(actor, 'offer.edit', offer)
    await links.withdraw('preview-offer', offer.id, needs.clock.now())
  })
}

export type OpenPreviewNeeds = {
  readonly transact: Transact<{ readonly links: Pick<LinkStore, 'look'> }>
  readonly links: Pick<Links, 'read'>
  readonly clock: Clock
}

/** Looking does not use it up. @throws AppError gone `link.invalid` for one that is unknown, ended or taken back. */
export async function openPreviewLink(needs: OpenPreviewNeeds, token: unknown): Promise<OfferId> {
  const now = needs.clock.now()
  const linkId = needs.links.read('preview-offer', token, now)
  const opened = linkId && (await needs.transact(({ links }) => links.look('preview-offer', linkId, now)))
  if (!opened) throw new AppError('gone', 'offer.preview-ended')
  return opened.subjectId as OfferId
}
