/** Ten codes for the day the telephone is gone. 80 random bits each, so a plain hash of them cannot be tried from a list. */
import { createHash, randomInt } from 'node:crypto'

export type RecoveryCodes = {
  /** @returns codes as they are shown: `k7pq-2mxd-…`. */
  readonly make: () => readonly string[]
  /** However it was typed: capitals, blanks and dashes do not count. */
  readonly hash: (code: string) => string
}

const COUNT = 10
const LENGTH = 16
/** Without what looks alike: 0 and o, 1 and l and i. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz'

export const recoveryCodes: RecoveryCodes = {
  make: () =>
    Array.from({ length: COUNT }, () =>
      Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)])
        .join('')
        .replace(/(.{4})(?=.)/g, '$1-'),
    ),
  hash: (code) =>
    createHash('sha256')
      .update(`recovery:${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`)
      .digest('hex'),
}
