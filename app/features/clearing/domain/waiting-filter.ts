/** By what a coordinator looks through the waiting list; all of it stands in the address. */

export const WAITING_SORTS = ['longest', 'newest', 'due', 'groups', 'place'] as const
export type WaitingSort = (typeof WAITING_SORTS)[number]

/** When it is looked at again: today or before, within seven days, or no day was set. */
export const WAITING_DUES = ['now', 'week', 'none'] as const
export type WaitingDue = (typeof WAITING_DUES)[number]

/** Whole weeks that a request waits at least. */
export const WAITING_AGES = ['4', '13', '26'] as const
export type WaitingAge = (typeof WAITING_AGES)[number]

export const SCHOOL_SECTORS = ['po', 'so', 'vo'] as const
export type SchoolSector = (typeof SCHOOL_SECTORS)[number]

/** Somebody by id, the reader, or requests that nobody took. */
export const OWNER_ME = 'me'
export const OWNER_NOBODY = 'nobody'

/** `null`: all of them. */
export type WaitingFilter = {
  readonly region: string | null
  readonly level: string | null
  readonly sector: SchoolSector | null
  readonly topic: string | null
  readonly reason: string | null
  readonly owner: string | null
  readonly due: WaitingDue | null
  readonly age: WaitingAge | null
  readonly sort: WaitingSort
  /** From 1; beyond the last page is empty. */
  readonly page: number
}

/** @returns what differs from the whole list, as it stands in an address; the page is left out. */
export function queryOfFilter({ page: _, sort, ...filter }: WaitingFilter): Readonly<Record<string, string>> {
  const named = Object.entries({ ...filter, sort: sort === 'longest' ? null : sort })
  return Object.fromEntries(named.flatMap(([name, value]) => (value ? [[name, value]] : [])))
}
