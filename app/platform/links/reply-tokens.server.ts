/**
 * Tokens of the addresses that stand for people in mails: HMAC-SHA256 by SECRET over what the address is for, 160 bits in
 * hexadecimal digits, because many mail servers take upper and lower case of an address for the same. The same key gives
 * the same token, so every mail of a conversation carries the same address; the database holds only a hash of it.
 */
import { createHmac } from 'node:crypto'
import { hashSecret } from './secrets.server'

export type ReplyTokens = {
  of(key: string): { readonly token: string; readonly hash: string }
  hash(token: string): string
}

export function makeReplyTokens(secret: string): ReplyTokens {
  return {
    of(key) {
      const token = createHmac('sha256', secret).update(`reply:${key}`).digest('hex').slice(0, 40)
      return { token, hash: hashSecret(token) }
    },
    hash: hashSecret,
  }
}
