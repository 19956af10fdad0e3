/** What sign-in stands on. The wiring hands it over once, so that this room looks nothing up. */
import type { Db } from '~/platform/db/client.server'
import { processWide } from '~/platform/process-wide.server'

export type AuthParts = {
  readonly db: Pick<Db, 'session' | 'authCeremony' | '$queryRaw'>
  /** Whether the cookie is sent over https only. */
  readonly secureCookies: boolean
  /** Whether the invented people of the demo may coordinate without a second step. Never in production. */
  readonly demoPeopleAreExempt: boolean
}

const given = () => processWide<{ parts?: () => AuthParts }>('auth-parts', () => ({}))

/** @param parts asked anew each time, so that a test may hand over others. */
export function provideAuthParts(parts: () => AuthParts): void {
  given().parts = parts
}

export function authParts(): AuthParts {
  const { parts } = given()
  if (!parts) throw new Error('app/wiring.server.ts hands the parts to platform/auth; it was not loaded')
  return parts()
}
