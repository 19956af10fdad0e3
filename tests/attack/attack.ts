/** What an attack is, and what it reports. */
import type { Client } from '../setup/browser'

export type Finding = { readonly tried: number; readonly failures: readonly string[] }

/** Counts what was tried and remembers what did not hold. */
export type Tally = {
  /** @param what names the try when it did not hold. */
  check(held: boolean, what: string): void
  result(): Finding
}

export function makeTally(): Tally {
  let tried = 0
  const failures: string[] = []
  return {
    check(held, what) {
      tried++
      if (!held) failures.push(what)
    },
    result: () => ({ tried, failures }),
  }
}

export type Account = 'school' | 'bedrijf'

export type Target = {
  readonly origin: string
  /** A browser that has signed in nowhere. */
  visitor(): Client
  /** A browser signed in with an account of the demo. */
  as(account: Account): Promise<Client>
  /** A browser of a new account with a confirmed address that belongs nowhere. */
  newcomer(): Promise<{ readonly client: Client; readonly email: string }>
  /** The text of the newest mail to an address, waited for. */
  mailTo(email: string): Promise<string>
}

export const DEMO_PASSWORD = 'schakel-demo-2026'
export const emailOf = (account: Account) => `${account}@schakel.example`

/** A page of somebody else was opened: neither refused nor sent to sign in. */
export const isOpen = (status: number) => status >= 200 && status < 300
/** An error of ours rather than a refusal. */
export const isBroken = (status: number) => status >= 500
