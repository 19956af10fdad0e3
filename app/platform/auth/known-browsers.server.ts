/**
 * Browsers that have signed in to an account before, told by a signed cookie. Wrong tries of strangers are counted
 * against the account, but not against these, so nobody can shut the owner out by typing wrong passwords (OWASP: device
 * cookies). The cookie proves nothing else and opens nothing.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export type KnownBrowsers = {
  /** @returns the name of this browser when it has signed in with this address before, else `null`. */
  nameOf(request: Request, email: string): string | null
  /** @returns the value of `Set-Cookie` that makes it known for this address; any other address is forgotten. */
  remember(email: string): string
}

const COOKIE = 'known'
const YEAR_SECONDS = 31_536_000
const VALUE = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{16})\\.([\\w-]{43})(?:;|$)`)

/** @param secure whether the site is served over https. */
export function makeKnownBrowsers(secret: string, secure: boolean): KnownBrowsers {
  const signature = (name: string, email: string) =>
    createHmac('sha256', secret).update(`known-browser:${name}:${email.trim().toLowerCase()}`).digest()
  return {
    nameOf(request, email) {
      const [, name, signed] = VALUE.exec(request.headers.get('Cookie') ?? '') ?? []
      if (name === undefined || signed === undefined) return null
      const isSigned = timingSafeEqual(Buffer.from(signed, 'base64url'), signature(name, email))
      return isSigned ? name : null
    },
    remember(email) {
      const name = randomBytes(12).toString('base64url')
      const value = `${name}.${signature(name, email).toString('base64url')}`
      return `${COOKIE}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
    },
  }
}
