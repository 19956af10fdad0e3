/** Somebody takes a file of an offer along: it is counted as material is, without saying who. */
import type { Actor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { Limits } from '~/platform/limits/limits.server'
import { COUNTED_ONCE } from '../../offers/domain/material'
import type { OfferStore } from '../../offers/store.server'
import { isFirstToday } from '../../offers/use-cases/take-material.server'
import { isGiven } from '../domain/offer-file'
import { mediaNotFound } from '../errors'
import type { MediaStore, TakenFile } from '../store.server'

export type TakeFileNeeds = {
  readonly transact: Transact<{
    readonly media: Pick<MediaStore, 'file'>
    readonly offers: Pick<OfferStore, 'countDownload'>
  }>
  readonly scanFile: unknown
  readonly limits: Pick<Limits, 'take'>
  readonly clock: Clock
}

export type TakeFile = {
  readonly id: string
  /** What tells browsers apart where nobody is signed in; kept for a day as a keyed hash. */
  readonly browser: string
  /** Robots take files as well, and are not counted. */
  readonly isByPerson: boolean
}

/**
 * The company's own people get it before schools do, but for what is infected, and are not counted. Who took the material
 * of the offer on the same day is not counted again for its file.
 * @throws AppError 404 for what does not exist, is not before schools, or is not scanned yet.
 */
export async function takeFile(
  needs: TakeFileNeeds,
  actor: Actor,
  { id, browser, isByPerson }: TakeFile,
): Promise<TakenFile> {
  const file = await needs.transact(({ media }) => media.file(id))
  if (!file || file.scan === 'infected') throw mediaNotFound()
  const isOwn = may(actor, 'offer.see-unpublished', file)
  if (isOwn) return file
  if (!file.isPublic || !isGiven(file.scan, needs.scanFile !== null)) throw mediaNotFound()
  const who = actor.kind === 'user' ? actor.userId : browser
  if (isByPerson && (await isFirstToday(needs.limits, COUNTED_ONCE, `${file.offerId} ${who}`))) {
    const today = calendarDateOf(needs.clock.now())
    await needs.transact(({ offers }) => offers.countDownload(file.offerId, today))
  }
  return file
}
