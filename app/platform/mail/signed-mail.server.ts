/**
 * What a mail service hands over by HTTP is signed: HMAC-SHA256 in hexadecimal digits over the moment, a full stop and the
 * body. A moment that is more than five minutes away is refused, so that nobody plays a call again later.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

const FIVE_MINUTES_MS = 5 * 60_000

type Signed = {
  /** Seconds since 1970, as a header says it. */
  readonly moment: string | null
  readonly signature: string | null
  readonly body: Uint8Array
}

/** @returns whether who knows the secret sent this now. */
export function isSignedMail({ moment, signature, body }: Signed, secret: string, now: Date): boolean {
  if (moment === null || signature === null || !/^\d{9,11}$/.test(moment)) return false
  if (Math.abs(Number(moment) * 1000 - now.getTime()) > FIVE_MINUTES_MS) return false
  const wanted = signatureOf(moment, body, secret)
  const given = Buffer.from(signature)
  return given.length === wanted.length && timingSafeEqual(given, Buffer.from(wanted))
}

export function signatureOf(moment: string, body: Uint8Array, secret: string): string {
  return createHmac('sha256', secret).update(`${moment}.`).update(body).digest('hex')
}
