/** A company changes the words of a picture, its place in the row, or takes it away. */
import type { Actor } from '~/authorisation/actor'
import { offerChanged } from '../../offers/events'
import { movePicture, type OfferPicture, type PictureMove, type PictureText } from '../domain/offer-picture'
import { mediaNotFound } from '../errors'
import { type ChangeMediaNeeds, offerOfActor } from './offer-of-actor.server'

export type ChangePictures = { readonly offerId: string; readonly pictureId: string } & (
  | { readonly change: 'text'; readonly text: PictureText }
  | { readonly change: 'move'; readonly move: PictureMove }
  | { readonly change: 'remove' }
)

/** @throws AppError 404 for what is not the actor's or is gone; conflict `offer.is-archived`. */
export async function changePictures(
  needs: ChangeMediaNeeds,
  actor: Actor,
  asked: ChangePictures,
): Promise<void> {
  await needs.transact(async ({ offers, media, outbox }) => {
    const offer = await offerOfActor({ offers }, actor, asked.offerId)
    const before = await media.pictures(offer.id)
    if (!before.some(({ id }) => id === asked.pictureId)) throw mediaNotFound()
    await media.savePictures(offer.id, changed(before, asked))
    await outbox.append(offerChanged(offer.id))
  })
}

function changed(pictures: readonly OfferPicture[], asked: ChangePictures): readonly OfferPicture[] {
  const isIt = ({ id }: OfferPicture) => id === asked.pictureId
  switch (asked.change) {
    case 'text': {
      const { alt, altEn, credit } = asked.text
      return pictures.map((picture) => (isIt(picture) ? { ...picture, alt, altEn, credit } : picture))
    }
    case 'move':
      return movePicture(pictures, asked.pictureId, asked.move)
    case 'remove':
      return pictures.filter((picture) => !isIt(picture))
  }
}
