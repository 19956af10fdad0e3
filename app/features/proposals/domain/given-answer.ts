/** What a company can do with a request that waits for it. */
import type { CalendarDate } from '~/kernel/calendar'
import type { AcceptedGroup, DeclineReason } from './proposal'

export type Yes = {
  readonly kind: 'accept'
  /** One per group that gets a place. */
  readonly groups: readonly AcceptedGroup[]
  /** Days for the school to choose from, at most three. */
  readonly dateOptions: readonly CalendarDate[]
  readonly text: string | null
  /** The company has read what speaks against the days. */
  readonly isSure: boolean
}
export type No = { readonly kind: 'decline'; readonly reason: DeclineReason; readonly text: string | null }
export type Consider = { readonly kind: 'consider' }
/** To a colleague. */
export type Pass = { readonly kind: 'pass'; readonly toId: string }
export type GivenAnswer = Yes | No | Consider | { readonly kind: 'view' } | Pass

/** @returns every day that the answer names. */
export function daysOf({
  groups,
  dateOptions,
}: Pick<Yes, 'groups' | 'dateOptions'>): readonly CalendarDate[] {
  return [...groups.flatMap(({ date }) => (date === null ? [] : [date])), ...dateOptions]
}
