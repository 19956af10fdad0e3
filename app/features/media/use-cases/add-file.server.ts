/** A company adds a file to an offer. */
import { randomUUID } from 'node:crypto'
import type { SignedInActor } from '~/authorisation/actor'
import type { Clock } from '~/kernel/calendar'
import type { FileStore } from '~/platform/files/file-store.server'
import type { ScanFile } from '~/platform/files/virus-scan.server'
import type { Limits } from '~/platform/limits/limits.server'
import { FILE_LIMITS, fileName } from '../domain/offer-file'
import { fileRefused, filesFull, fileTooLarge, noFile } from '../errors'
import { offerFileAdded } from '../events'
import { type ChangeMediaNeeds, offerOfActor, UPLOADS } from './offer-of-actor.server'

export type AddFileNeeds = ChangeMediaNeeds & {
  readonly attachments: Pick<FileStore, 'put'>
  /** @returns the media type by content; `null`: none that may be given. */
  readonly sniffDocument: (content: Uint8Array) => string | null
  /** `null`: there is no scanner. */
  readonly scanFile: ScanFile | null
  readonly limits: Pick<Limits, 'take'>
  readonly clock: Clock
}

export type AddFile = {
  readonly offerId: string
  readonly content: Uint8Array
  /** That came along, or that somebody typed. */
  readonly name: string
}

/**
 * It comes last; with a scanner schools get it once it is found clean.
 * @throws AppError 404 for what is not the actor's; conflict `offer.is-archived`, `media.files-full`; invalid
 * `media.no-file`, `media.file-…`; too-many.
 */
export async function addFile(
  needs: AddFileNeeds,
  actor: SignedInActor,
  { offerId, content, name }: AddFile,
): Promise<void> {
  await needs.transact((stores) => offerOfActor(stores, actor, offerId))
  if (content.length === 0) throw noFile()
  if (content.length > FILE_LIMITS.bytes) throw fileTooLarge()
  await needs.limits.take(UPLOADS, actor.userId)
  const type = needs.sniffDocument(content)
  if (type === null) throw fileRefused()
  const key = await needs.attachments.put(content)
  await needs.transact(async ({ offers, media, outbox }) => {
    const offer = await offerOfActor({ offers }, actor, offerId)
    const before = await media.files(offer.id)
    if (before.length >= FILE_LIMITS.count) throw filesFull()
    const scan = needs.scanFile === null ? 'not-scanned' : 'waiting'
    const file = {
      id: randomUUID(),
      name: fileName(name, type),
      type,
      bytes: content.length,
      key,
      scan,
    } as const
    await media.addFile(offer.id, file, needs.clock.now())
    if (scan === 'waiting') await outbox.append(offerFileAdded(offer.id))
  })
}
