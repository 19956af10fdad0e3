/** A company takes a file away. What schools see stays complete: the last file of a published download stays. */
import type { Actor } from '~/authorisation/actor'
import { gapsForPublication } from '../../offers/domain/gaps'
import { lastFile, mediaNotFound } from '../errors'
import { type ChangeMediaNeeds, offerOfActor } from './offer-of-actor.server'

/** @throws AppError 404 for what is not the actor's or is gone; conflict `offer.is-archived`, `media.last-file`. */
export async function removeFile(
  needs: ChangeMediaNeeds,
  actor: Actor,
  { offerId, fileId }: { readonly offerId: string; readonly fileId: string },
): Promise<void> {
  await needs.transact(async ({ offers, media }) => {
    const offer = await offerOfActor({ offers }, actor, offerId)
    if (!(await media.removeFile(offer.id, fileId))) throw mediaNotFound()
    const hasFiles = await media.hasFiles(offer.id)
    const isShown = offer.state !== 'draft'
    if (isShown && gapsForPublication(offer.content, { hasFiles }).includes('material')) throw lastFile()
  })
}
