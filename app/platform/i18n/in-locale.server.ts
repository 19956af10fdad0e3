/** Work outside a request (a mail, an export) in the language of the person it is for. */
import { randomUUID } from 'node:crypto'
import { runInRequest } from '~/platform/http/request-context.server'
import type { Locale } from './choose-locale'

/** Every message, date and figure that `work` makes is in this language; it must make them before it returns. */
export function inLocale<T>(locale: Locale, work: () => T): T {
  return runInRequest({ requestId: randomUUID(), locale, nonce: '', queryCount: 0, kept: new Map() }, work)
}
