/**
 * What a visitor filled in, kept in his own browser until he has signed in: over the mail that confirms an address, and
 * over the page of the sign-in. Nothing of it stands on the server. The answers are packed, for a cookie holds 4 KB; a
 * text that is too long for it is cut there and not lost in the page before.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const COOKIE = 'kept-form'
const SECONDS = 30 * 86_400
const COOKIE_MAX = 3_800
/** Of what a cookie may unpack to. */
const UNPACKED_MAX = 20_000

type Fields = Readonly<Record<string, readonly string[]>>

/** @returns the value of `Set-Cookie`; what does not fit goes, the longest field first. */
export function keepForm(fields: Fields): string {
  const packed = pack(fields)
  if (packed.length <= COOKIE_MAX) return `${COOKIE}=${packed}; ${attributes(SECONDS)}`
  const size = (name: string) => (fields[name] ?? []).join('').length
  const [longest] = Object.keys(fields).sort((a, b) => size(b) - size(a))
  const { [longest ?? '']: cut = [], ...rest } = fields
  const half = cut.map((text) => text.slice(0, Math.floor(text.length / 2))).filter((text) => text !== '')
  return keepForm(half.length > 0 && longest ? { ...rest, [longest]: half } : rest)
}

/** @returns the fields, `null` where nothing is kept or it cannot be read. */
export function keptForm(request: Request): Fields | null {
  const found = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{1,${COOKIE_MAX}})(?:;|$)`).exec(
    request.headers.get('Cookie') ?? '',
  )?.[1]
  if (found === undefined) return null
  try {
    const text = inflateRawSync(Buffer.from(found, 'base64url'), { maxOutputLength: UNPACKED_MAX })
    const entries: unknown = JSON.parse(text.toString('utf8'))
    if (!Array.isArray(entries)) return null
    const fields: Record<string, string[]> = {}
    for (const entry of entries) {
      const [name, value]: readonly unknown[] = Array.isArray(entry) ? entry : []
      if (typeof name !== 'string' || typeof value !== 'string') return null
      const list = fields[name] ?? []
      fields[name] = [...list, value]
    }
    return fields
  } catch {
    return null
  }
}

/** @returns the value of `Set-Cookie` that takes it away. */
export function takeKeptAway(): string {
  return `${COOKIE}=; ${attributes(0)}`
}

function pack(fields: Fields): string {
  const entries = Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value]))
  return deflateRawSync(JSON.stringify(entries)).toString('base64url')
}

const attributes = (seconds: number) => `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`
