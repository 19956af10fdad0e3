/** Somebody of one of the two sides takes a file of a message along. */
import type { Actor } from '~/authorisation/actor'
import { isUuid } from '~/kernel/ids'
import type { Transact } from '~/platform/db/client.server'
import { isGiven } from '../../media/domain/offer-file'
import { conversationNotFound } from '../errors'
import type { KeptMessageFile, MessageStore } from '../message-store.server'
import { speakerOf } from './speaker.server'

/** @throws AppError 401; 404 for what does not exist, is not the actor's, or is not found clean. */
export async function takeMessageFile(
  needs: {
    readonly transact: Transact<{ readonly messages: Pick<MessageStore, 'file'> }>
    readonly scanFile: unknown
  },
  actor: Actor,
  id: string,
): Promise<KeptMessageFile> {
  const file = isUuid(id) ? await needs.transact(({ messages }) => messages.file(id)) : null
  if (!file) throw conversationNotFound()
  speakerOf(actor, 'conversation.read', file)
  if (!isGiven(file.scan, needs.scanFile !== null)) throw conversationNotFound()
  return file
}
