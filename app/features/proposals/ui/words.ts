/** The words of an answer, in the reader's language. */
import { formatDay, formatDays, formatLevels } from '~/components/format'
import type { Status } from '~/components/status-badge'
import type { Span } from '~/kernel/calendar'
import type { Level, VmboTrack } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import type { DayWarning } from '../domain/day-warnings'
import type { SchoolDeclineReason } from '../domain/offered'
import type { DeclineReason } from '../domain/proposal'
import type { ProposalState } from '../domain/proposal-states'

export const stateWord: Record<ProposalState, () => string> = {
  sent: m.proposals_state_sent,
  viewed: m.proposals_state_sent,
  considering: m.proposals_state_considering,
  accepted: m.proposals_state_accepted,
  declined: m.proposals_state_declined,
  withdrawn: m.proposals_state_withdrawn,
  expired: m.proposals_state_expired,
  passed: m.proposals_state_passed,
}

/** Of what a company offered by itself; the others are never reached. */
export const offeredStateWord: Record<ProposalState, () => string> = {
  ...stateWord,
  sent: m.proposals_offered_state_sent,
  accepted: m.proposals_offered_state_accepted,
  declined: m.proposals_offered_state_declined,
  withdrawn: m.proposals_offered_state_withdrawn,
  expired: m.proposals_offered_state_expired,
}

export const STATE_STATUS: Record<ProposalState, Status> = {
  sent: 'asked',
  viewed: 'asked',
  considering: 'asked',
  accepted: 'booked',
  declined: 'ended',
  withdrawn: 'ended',
  expired: 'ended',
  passed: 'ended',
}

export const declineWord: Record<DeclineReason, () => string> = {
  'no-time': m.proposals_decline_no_time,
  'too-far': m.proposals_decline_too_far,
  'group-too-big': m.proposals_decline_group_too_big,
  'other-level': m.proposals_decline_other_level,
  'other-topic': m.proposals_decline_other_topic,
  'period-full': m.proposals_decline_period_full,
  stopped: m.proposals_decline_stopped,
  other: m.proposals_decline_other,
}

export const schoolDeclineWord: Record<SchoolDeclineReason, () => string> = {
  'days-do-not-fit': m.proposals_school_no_days,
  'other-topic': m.proposals_school_no_topic,
  'too-far': m.proposals_school_no_far,
  'no-time': m.proposals_school_no_time,
  'found-other': m.proposals_school_no_found,
  other: m.proposals_school_no_other,
}

/** @returns "do 21 jan, vr 22 jan", "4 jan – 30 apr 2027" or both; `null` when the company leaves it open. */
export function offeredDaysWord({
  days,
  from,
  until,
}: {
  readonly days: readonly string[]
  readonly from: string | null
  readonly until: string | null
}): string | null {
  const words = [
    days.map((day) => formatDay(day)).join(', '),
    from && until ? periodWord({ from, until }, null) : '',
  ].filter(Boolean)
  return words.length > 0 ? words.join('; ') : null
}

export const warningWord: Record<DayWarning, () => string> = {
  weekend: m.proposals_warning_weekend,
  'public-holiday': m.proposals_warning_public_holiday,
  'school-holiday': m.proposals_warning_school_holiday,
  'outside-period': m.proposals_warning_outside_period,
  'school-weekday': m.proposals_warning_school_weekday,
  'own-weekday': m.proposals_warning_own_weekday,
}

/** What was done, for the news after it. */
export const givenWord = {
  accept: m.proposals_given_accept,
  decline: m.proposals_given_decline,
  consider: m.proposals_given_consider,
  pass: m.proposals_given_pass,
} as const

/** @returns "Nog 3 werkdagen"; on the last day it says so. */
export function daysLeftWord(daysLeft: number): string {
  return daysLeft === 0 ? m.proposals_last_day() : m.proposals_days_left({ count: daysLeft })
}

/** @returns "vmbo 3 (kb)". */
export function classWord(asked: {
  readonly level: Level
  readonly years: readonly number[]
  readonly tracks: readonly VmboTrack[]
}): string {
  const words = formatLevels([{ level: asked.level, years: asked.years }])
  return asked.tracks.length === 0 ? words : `${words} (${asked.tracks.join(', ')})`
}

/** @returns "3 × 25 leerlingen". */
export function groupsWord(groups: number, pupils: number): string {
  return `${groups}\u00a0×\u00a0${m.proposals_pupils({ count: pupils })}`
}

/** @returns "4 jan – 30 apr 2027"; what was typed and not read as a period; or that any time will do. */
export function periodWord(period: Span | null, typed: string | null): string {
  if (!period) return typed ?? m.proposals_any_time()
  const format = new Intl.DateTimeFormat(getLocale() === 'en' ? 'en-GB' : 'nl-NL', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  // Not formatRange: server and browser set different spaces around its dash.
  const [from, until] = [period.from, period.until].map((day) => format.format(new Date(`${day}T12:00:00Z`)))
  return `${from} – ${until}`
}

/** @param weekdays ISO; empty: any. */
export function weekdaysWord(weekdays: readonly number[]): string {
  return weekdays.length === 0 ? m.proposals_any_day() : formatDays(weekdays)
}
