/** What a company offers to a request by itself, and why it may not now. */
import { addDays, type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import { MAX_DATE_OPTIONS } from './proposal'
import type { ProposalState } from './proposal-states'

/** Working days of the school within which it answers. */
export const SCHOOL_ANSWER_DAYS = 10
/** Companies that wait for the answer of one school about one request, at most: more would be a flood. */
export const OFFERED_AT_ONCE_MAX = 3
/** Days after which a company may offer something again where the school let the last one pass. */
export const OFFERED_AGAIN_DAYS = 7
/** Characters of the words with it. */
export const OFFERED_TEXT_MAX = 600

/** Why a school says no; the company reads it, and not which school it was. */
export const SCHOOL_DECLINE_REASONS = [
  'days-do-not-fit',
  'other-topic',
  'too-far',
  'no-time',
  'found-other',
  'other',
] as const
export type SchoolDeclineReason = (typeof SCHOOL_DECLINE_REASONS)[number]

export type OfferedBefore = {
  readonly state: ProposalState
  readonly sentAt: Date
  readonly byCompany: boolean
}

export type OfferingFacts = {
  /** The school wants no offers for this request. */
  readonly refuses: boolean
  /** Offers of companies that wait for its answer. */
  readonly open: number
  /** What stood between this company and this request, either way. */
  readonly before: readonly OfferedBefore[]
  /** Groups that have no place. */
  readonly groups: number
  readonly allOrNone: boolean
  /** Places that are open in the time and that the company did not offer to others already. */
  readonly places: number
}

export type OfferingMistake =
  | 'asked-you'
  | 'school-said-no'
  | 'offered-lately'
  | 'wants-no-offers'
  | 'offered-enough'
  | 'nothing-left-to-offer'
  | 'not-for-all-groups'

/** @returns the first thing that stands in the way; `null`: the company may offer it. */
export function mistakeInOffering(facts: OfferingFacts, now: Date): OfferingMistake | null {
  const again = addDays(calendarDateOf(now), -OFFERED_AGAIN_DAYS)
  for (const { byCompany, state, sentAt } of facts.before) {
    if (!byCompany) return 'asked-you'
    if (state === 'declined') return 'school-said-no'
    if (state === 'sent' || state === 'accepted' || calendarDateOf(sentAt) > again) return 'offered-lately'
  }
  if (facts.refuses) return 'wants-no-offers'
  if (facts.open >= OFFERED_AT_ONCE_MAX) return 'offered-enough'
  if (facts.places < 1) return 'nothing-left-to-offer'
  return facts.allOrNone && facts.places < facts.groups ? 'not-for-all-groups' : null
}

/** Days to choose from, and the time in which it can be; both may be left open. */
export type OfferedDays = {
  readonly days: readonly CalendarDate[]
  readonly period: { readonly from: CalendarDate; readonly until: CalendarDate } | null
}

/** @returns the first thing that is wrong with the days, `null` when they make sense. */
export function mistakeInDays(
  { days, period }: OfferedDays,
  today: CalendarDate,
  lastDay: CalendarDate,
): 'date-passed' | 'date-too-far' | 'too-many-options' | 'period-turned' | null {
  if (days.length > MAX_DATE_OPTIONS) return 'too-many-options'
  if (period && period.from > period.until) return 'period-turned'
  const last = period ? [...days, period.until] : days
  if (last.some((day) => day < today)) return 'date-passed'
  return last.some((day) => day > lastDay) ? 'date-too-far' : null
}
