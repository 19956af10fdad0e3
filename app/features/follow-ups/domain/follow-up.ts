/** Who of the region follows a request, until when, and what was written down about it. */
import type { CalendarDate } from '~/kernel/calendar'

export const NOTE_MAX = 2_000
/** Days ahead that somebody may plan: a school year and its holidays. */
export const PLAN_AHEAD_DAYS = 400

export type FollowUp = {
  /** `null`: nobody took it. */
  readonly ownerId: string | null
  /** When it is looked at again; `null`: no day. */
  readonly dueOn: CalendarDate | null
}

export type Owner = { readonly id: string; readonly name: string }

export type Note = {
  readonly id: string
  /** `null`: the author has left. */
  readonly authorName: string | null
  readonly text: string
  readonly on: CalendarDate
  /** Whether the reader wrote it, and so may take it away. */
  readonly isOwn: boolean
}

/** @returns the first letters of the first and the last word of a name: "Marloes ten Have" is "MH". */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
