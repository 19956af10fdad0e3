/** A company adds a picture to an offer. */
import { randomUUID } from 'node:crypto'
import type { SignedInActor } from '~/authorisation/actor'
import type { FileStore } from '~/platform/files/file-store.server'
import type { PreparePicture } from '~/platform/files/prepare-picture.server'
import type { Limits } from '~/platform/limits/limits.server'
import { offerChanged } from '../../offers/events'
import { PICTURE_LIMITS, type PictureText } from '../domain/offer-picture'
import { noPicture, pictureRefused, picturesFull, pictureTooLarge } from '../errors'
import { type ChangeMediaNeeds, offerOfActor, UPLOADS } from './offer-of-actor.server'

export type AddPictureNeeds = ChangeMediaNeeds & {
  readonly pictures: Pick<FileStore, 'put'>
  readonly preparePicture: PreparePicture
  readonly limits: Pick<Limits, 'take'>
}

export type AddPicture = PictureText & {
  readonly offerId: string
  /** As it was sent, whatever it is. */
  readonly content: Uint8Array
}

/**
 * It comes last. What the offer says of itself stays as confirmed as it was.
 * @throws AppError 404 for what is not the actor's; conflict `offer.is-archived`, `media.pictures-full`; invalid
 * `media.no-picture`, `media.picture-…`; too-many.
 */
export async function addPicture(
  needs: AddPictureNeeds,
  actor: SignedInActor,
  { offerId, content, alt, altEn, credit }: AddPicture,
): Promise<void> {
  // Drawing takes a second: whose it is shows before, how many there are is decided after it, under the lock.
  await needs.transact((stores) => offerOfActor(stores, actor, offerId))
  if (content.length === 0) throw noPicture()
  if (content.length > PICTURE_LIMITS.bytes) throw pictureTooLarge()
  await needs.limits.take(UPLOADS, actor.userId)
  const prepared = await needs.preparePicture(content)
  if (!prepared.ok) throw pictureRefused(prepared.reason)
  const sizes = await Promise.all(
    prepared.sizes.map(async (size) => ({
      key: await needs.pictures.put(size.content),
      width: size.width,
      height: size.height,
    })),
  )
  await needs.transact(async ({ offers, media, outbox }) => {
    const offer = await offerOfActor({ offers }, actor, offerId)
    const before = await media.pictures(offer.id)
    if (before.length >= PICTURE_LIMITS.count) throw picturesFull()
    await media.savePictures(offer.id, [...before, { id: randomUUID(), alt, altEn, credit, sizes }])
    await outbox.append(offerChanged(offer.id))
  })
}
