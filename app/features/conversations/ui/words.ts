/** Words of conversations that several parts say. */
import * as m from '~/paraglide/messages'
import type { CannotWrite } from '../domain/conversation'
import { type FileRefusal, MESSAGE_FILES } from '../domain/message-file'
import type { AbuseReason } from '../domain/report'
import type { RefusedMail } from '../events'

const MEGABYTES = Math.round(MESSAGE_FILES.bytes / 1024 / 1024)

export const cannotWriteWord: Readonly<Record<CannotWrite | 'viewer', () => string>> = {
  blocked: m.conversations_blocked_own,
  'blocked-by-other': m.conversations_blocked_other,
  over: m.conversations_over,
  viewer: m.conversations_viewer,
}

export const refusedMailWord: Readonly<Record<RefusedMail, () => string>> = {
  ...cannotWriteWord,
  empty: m.conversations_mail_empty,
  'too-many': m.conversations_mail_too_many,
}

export function refusedFileWord(why: FileRefusal): string {
  return REFUSED[why]()
}
const REFUSED: Readonly<Record<FileRefusal, () => string>> = {
  'too-large': () => m.conversations_file_too_large({ max: MEGABYTES }),
  type: m.conversations_file_type,
  'too-many': () => m.conversations_file_too_many({ count: MESSAGE_FILES.count }),
  empty: m.conversations_file_empty,
}

export const abuseWord: Readonly<Record<AbuseReason, () => string>> = {
  rude: m.conversations_report_rude,
  spam: m.conversations_report_spam,
  personal: m.conversations_report_personal,
  unsafe: m.conversations_report_unsafe,
  other: m.conversations_report_other,
}
