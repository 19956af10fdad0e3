/**
 * Signed links of mails: `<name>.<expiry>.<signature>`. The signature (HMAC-SHA256 by SECRET) covers purpose, name and
 * expiry, so a forged or expired link is refused without the database and a link for one thing opens no other. The same
 * key gives the same link: a mail that is tried again carries the link of the first try. That a link works once is kept
 * by its row (link-store.server.ts), which holds only a hash of it.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type LinkPurpose =
  | 'verify-email'
  | 'reset-password'
  | 'sign-in'
  | 'change-email'
  | 'undo-email'
  | 'join-service'
  | 'answer-proposal'
  | 'answer-hold'
  | 'preview-offer'
  | 'still-wanted'
  | 'entered-request'
  | 'still-right'
  | 'answer-silence'
  | 'evaluate-booking'
  | 'answer-project'
  | 'confirm-saved-search'
  | 'renew-saved-searches'
  | 'end-saved-searches'
  | 'stop-notifications'
  | 'join-organisation'

export type Links = {
  /**
   * @param link `key` names what the link belongs to, e.g. an event; `expiresAt` counts in whole seconds.
   * @returns the token for the address, and `id`, its hash, for the row.
   */
  sign(link: { readonly purpose: LinkPurpose; readonly key: string; readonly expiresAt: Date }): {
    readonly token: string
    readonly id: string
  }
  /** @returns the id of the row, `null` when the token is not of ours, for another purpose, or expired. */
  read(purpose: LinkPurpose, token: unknown, now: Date): string | null
}

const TOKEN = /^([\w-]{22})\.([0-9a-z]{6,8})\.([\w-]{43})$/

export function makeLinks(secret: string): Links {
  const hmac = (text: string) => createHmac('sha256', secret).update(text).digest()
  const signature = (purpose: string, name: string, expiry: string) =>
    hmac(`link:${purpose}:${name}:${expiry}`)
  const idOf = (token: string) => createHash('sha256').update(token).digest('hex')
  return {
    sign({ purpose, key, expiresAt }) {
      const name = hmac(`link-name:${purpose}:${key}`).subarray(0, 16).toString('base64url')
      const expiry = Math.floor(expiresAt.getTime() / 1000).toString(36)
      const token = `${name}.${expiry}.${signature(purpose, name, expiry).toString('base64url')}`
      return { token, id: idOf(token) }
    },
    read(purpose, token, now) {
      const [, name, expiry, signed] = (typeof token === 'string' && TOKEN.exec(token)) || []
      if (name === undefined || expiry === undefined || signed === undefined) return null
      if (!timingSafeEqual(Buffer.from(signed, 'base64url'), signature(purpose, name, expiry))) return null
      if (Number.parseInt(expiry, 36) * 1000 <= now.getTime()) return null
      return idOf(`${name}.${expiry}.${signed}`)
    },
  }
}
