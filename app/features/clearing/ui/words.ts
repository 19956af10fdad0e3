/** The words of the waiting list and the rounds. */
import { formatDay } from '~/components/format'
import { topicWord } from '~/features/finder/ui/words'
import type { CalendarDate } from '~/kernel/calendar'
import type { Level } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import type { WaitingReason } from '../../requests/domain/request'
import type { HoldState } from '../domain/hold-states'
import type { RoundSettings } from '../domain/round-settings'
import type { RoundState } from '../domain/round-states'
import type { RoundStepKind } from '../domain/round-steps'
import type { Why } from '../domain/solve-round'
import type { SchoolSector, WaitingDue, WaitingSort } from '../domain/waiting-filter'
import type { Wish } from '../domain/wider-wishes'
import type { TopicName } from '../queries/topic-names.server'

type Rule = keyof Extract<Why, { kind: 'no-candidate' }>['takenAwayBy']

export const reasonWord: Record<WaitingReason, () => string> = {
  'no-candidate': m.board_reason_no_candidate,
  'all-full': m.board_reason_all_full,
  declined: m.board_reason_declined,
  unanswered: m.board_reason_unanswered,
  asked: m.board_reason_asked,
}

export const wishWord: Record<Wish, () => string> = {
  'km-10': m.board_wish_km_10,
  'km-25': m.board_wish_km_25,
  period: m.board_wish_period,
  weekdays: m.board_wish_weekdays,
  kind: m.board_wish_kind,
  'group-size': m.board_wish_group_size,
  language: m.board_wish_language,
}

export const sectorWord: Record<SchoolSector, () => string> = {
  po: m.board_sector_po,
  so: m.board_sector_so,
  vo: m.board_sector_vo,
}

export const dueWord: Record<WaitingDue, () => string> = {
  now: m.board_due_now,
  week: m.board_due_week,
  none: m.board_due_none,
}

export const sortWord: Record<WaitingSort, () => string> = {
  longest: m.board_sort_longest,
  newest: m.board_sort_newest,
  due: m.board_sort_due,
  groups: m.board_sort_groups,
  place: m.board_sort_place,
}

const ruleWord: Record<Rule, () => string> = {
  level: m.board_rule_level,
  kind: m.board_rule_kind,
  topic: m.board_rule_topic,
  travel: m.board_rule_travel,
  region: m.board_rule_region,
  'group-size': m.board_rule_group_size,
  language: m.board_rule_language,
  period: m.board_rule_period,
  weekdays: m.board_rule_weekdays,
  places: m.board_rule_places,
}

export const roundStateWord: Record<RoundState, () => string> = {
  preview: m.board_round_preview,
  published: m.board_round_published,
  closed: m.board_round_closed,
  discarded: m.board_round_discarded,
}

export const holdStateWord: Record<HoldState, () => string> = {
  offered: m.clearing_stand_offered,
  accepted: m.clearing_stand_accepted,
  refused: m.clearing_stand_refused,
  expired: m.clearing_stand_expired,
  withdrawn: m.clearing_stand_withdrawn,
  declined: m.clearing_stand_declined,
}

/** @returns why a group keeps waiting, exactly: which rule takes its offers away, or how many groups want the same places. */
export function whyLeftText(why: Exclude<Why, { kind: 'served' }>): string {
  if (why.kind === 'all-full') {
    return m.board_left_all_full({ count: why.offers, places: why.places, groups: why.groups })
  }
  if (why.kind === 'not-together') return m.board_left_whole({ groups: why.groups })
  if (why.excluded > 0) return m.board_left_excluded({ count: why.excluded })
  const [worst] = (Object.entries(why.takenAwayBy) as [Rule, number][]).sort(([, a], [, b]) => b - a)
  return worst
    ? m.board_left_rule({ count: worst[1], rule: ruleWord[worst[0]]() })
    : m.board_left_nothing_near()
}

/** @returns what alone would give a place without taking one away; `null` when nothing does. */
export function wouldHelpText(wishes: readonly Wish[]): string | null {
  if (wishes.length === 0) return null
  const words = wishes.map((wish) => wishWord[wish]())
  return m.board_would_help({
    wishes: new Intl.ListFormat(getLocale(), { type: 'disjunction' }).format(words),
  })
}

export function topicNameOf(topics: readonly TopicName[], id: string): string {
  const topic = topics.find((one) => one.id === id)
  return topic ? topicWord(topic) : id
}

/** vmbo, havo; primary schools say it in a word. */
export function levelWord(level: Level): string {
  return level === 'po' ? m.board_level_po() : level
}

/** The beginning of a note, for a card or a cell. */
export function shortened(note: string): string {
  return note.length > 90 ? `${note.slice(0, 89).trimEnd()}…` : note
}

/** @returns until when, or how late it is. */
export function dueText(due: CalendarDate, today: CalendarDate): string {
  if (due === today) return m.board_today()
  return due < today ? m.board_late({ day: formatDay(due) }) : m.board_before({ day: formatDay(due) })
}

export function waitingStepWord(step: RoundSettings['waitingStep']): string {
  if (step === 0) return m.board_set_waiting_none()
  if (step === 1) return m.board_set_waiting_week()
  return m.board_set_waiting_weeks({ weeks: step })
}

export function headStartWord(weeks: RoundSettings['headStart']): string {
  return weeks === 0 ? m.board_set_head_start_none() : m.board_set_head_start_weeks({ weeks })
}

export function giveWithinWord(weeks: NonNullable<RoundSettings['giveWithin']>): string {
  return weeks === 0 ? m.board_set_ahead_all() : m.board_set_ahead_weeks({ weeks })
}

/** @returns how a round was set, a sentence per line. */
export function settingsText(
  { period, waitingStep, headStart, balance, pupilsFirst, giveWithin = 0 }: RoundSettings,
  regions: readonly { readonly id: string; readonly name: string }[],
): readonly string[] {
  const first = regions.filter(({ id }) => pupilsFirst.includes(id)).map(({ name }) => name)
  return [
    period
      ? m.board_set_says_period({ from: formatDay(period.from, true), until: formatDay(period.until, true) })
      : m.board_set_says_any_period(),
    `${giveWithinWord(giveWithin)}.`,
    `${waitingStepWord(waitingStep)}.`,
    `${headStartWord(headStart)}.`,
    ...(balance ? [m.board_set_says_balance()] : []),
    ...(first.length > 0 ? [m.board_set_says_pupils({ regions: first.join(', ') })] : []),
  ]
}

type About = { readonly request: string; readonly offer: string }

export const stepWord: Record<RoundStepKind, (about: About) => string> = {
  made: () => m.board_step_made(),
  lock: m.board_step_lock,
  unlock: m.board_step_unlock,
  exclude: m.board_step_exclude,
  include: m.board_step_include,
  settings: () => m.board_step_settings(),
  'close-offer': ({ offer }) => m.board_step_close({ offer }),
  'open-offer': ({ offer }) => m.board_step_open({ offer }),
  again: () => m.board_step_again(),
  stale: () => m.board_step_stale(),
  published: () => m.board_step_published(),
  discarded: () => m.board_step_discarded(),
}
