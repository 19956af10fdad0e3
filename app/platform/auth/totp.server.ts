/** Codes of six digits by an app (RFC 6238): SHA-1, half a minute, one step early or late. That is what every app reads. */
import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'

export type Totp = {
  readonly makeSecret: () => string
  /** @returns the half minute that the code belongs to, `null` when it is none of now. */
  readonly stepOf: (secret: string, code: string, now: Date) => number | null
  /** What an app takes over from a picture or a link. */
  readonly addressOf: (secret: string, account: string) => string
  readonly pictureOf: (address: string) => QrPicture
}

const PERIOD = 30
const make = (secret: string, account = '') =>
  new TOTP({ issuer: 'Schakel', label: account, secret: Secret.fromBase32(secret), period: PERIOD })

export const totp: Totp = {
  makeSecret: () => new Secret({ size: 20 }).base32,
  stepOf(secret, code, now) {
    const delta = make(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
    return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta
  },
  addressOf: (secret, account) => make(secret, account).toString(),
  pictureOf: qrPicture,
}

/** A picture of squares: `size` on each side, and the path of the dark ones. */
export type QrPicture = { readonly size: number; readonly path: string }

function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
