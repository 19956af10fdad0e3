/** How long saved searches live, and how many there may be. */

export const SAVED = {
  /** Active and asked together. */
  mostPerAddress: 10,
  /** As long as the address of the finder that is kept. */
  queryMax: 2000,
  confirmDays: 7,
  lastsMonths: 12,
  renewalDays: 21,
  endedDays: 30,
  /** Offers that a digest names per search. */
  named: 10,
} as const

/** What the index trails the events by, with room to spare: younger events are told the next time. */
export const SETTLED_MS = 10 * 60_000

export const daysAfter = (instant: Date, days: number) => new Date(instant.getTime() + days * 86_400_000)

/** @returns the same moment twelve months later; 29 February becomes 1 March. */
export function lastsUntil(yes: Date): Date {
  const until = new Date(yes)
  until.setUTCMonth(until.getUTCMonth() + SAVED.lastsMonths)
  return until
}

/** What may be tried how often. */
export const TRIES = {
  /** A school has many people behind one address of the network. */
  saveAddress: { name: 'save-search-address', tries: 30, seconds: 3600 },
  /** Forms without a proof of work. */
  saveUnproven: { name: 'save-search-unproven', tries: 15, seconds: 3600 },
  /** Mails to one person who may not have asked: later ones are left out in silence. */
  saveMail: { name: 'save-search-mail', tries: 5, seconds: 3600 },
} as const
