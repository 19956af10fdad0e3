import { AppError } from '~/kernel/errors'
import type { CannotWrite } from './domain/conversation'
import { type FileRefusal, MESSAGE_FILES } from './domain/message-file'

/** Not there, not the actor's, or nothing is between these two. */
export const conversationNotFound = () => new AppError('not-found', 'page.not-found')
export const cannotWrite = (why: CannotWrite) => new AppError('conflict', `conversation.${why}`)
/** Neither words nor a file. */
export const nothingWritten = () => new AppError('invalid', 'conversation.empty')
export const messageFileRefused = (why: FileRefusal) =>
  new AppError('invalid', `conversation.file-${why}`, {
    max: Math.round(MESSAGE_FILES.bytes / 1024 / 1024),
    count: MESSAGE_FILES.count,
  })
/** Another administrator was first. */
export const reportIsHandled = () => new AppError('conflict', 'conversation.report-handled')
