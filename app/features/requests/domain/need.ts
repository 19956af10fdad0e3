/** What a school asks for. */
import type { CalendarDate, Span } from '~/kernel/calendar'
import { isYearOf, type Level, type OfferKind, type VmboTrack } from '~/kernel/education'

export type RequestNeed = {
  readonly title: string
  readonly text: string
  /** Wished kinds, at least one. */
  readonly kinds: readonly OfferKind[]
  /** 1–3. */
  readonly topicIds: readonly string[]
  readonly level: Level
  /** Years of the level, ascending, at least one. */
  readonly years: readonly number[]
  /** Vmbo only; empty: any. */
  readonly tracks: readonly VmboTrack[]
  /** Pupils in the largest group, 1–500. */
  readonly groupSize: number
  /** As typed; `null` when nothing was. */
  readonly periodText: string | null
  readonly period: Span | null
  /** ISO; empty: any school day. */
  readonly weekdays: readonly number[]
  /** How far the school travels, km; `null`: no limit. */
  readonly maxDistanceKm: number | null
  /** Empty: any. */
  readonly languages: readonly string[]
  readonly isUrgent: boolean
  /** All groups that have no place get one, or none of them does. */
  readonly allOrNone: boolean
  /** The group is small, and another small one may come along. */
  readonly mayShare: boolean
}

/** Pupils of a group up to which its school is asked whether it shares a lesson. */
export const SMALL_GROUP = 15

export const MAX_GROUPS = 20
export const MAX_GROUP_SIZE = 500

/** @returns whether the school asks for a project only: its classes are one group then, and it takes one place. */
export function asksForProject({ kinds }: Pick<RequestNeed, 'kinds'>): boolean {
  return kinds.length > 0 && kinds.every((kind) => kind === 'co-development')
}

/** @returns how many groups of the request get a place of their own: one for a project, else each of the classes. */
export function groupsOf(need: Pick<RequestNeed, 'kinds'>, classes: number): number {
  return asksForProject(need) ? Math.min(1, classes) : classes
}

export type NeedMistake = 'year-of-level' | 'track-of-level' | 'period-passed'

/**
 * What a form cannot see field by field.
 * @returns the first mistake, `null` when the need makes sense.
 */
export function mistakeIn(need: RequestNeed, today: CalendarDate): NeedMistake | null {
  if (need.years.length === 0 || need.years.some((year) => !isYearOf(need.level, year)))
    return 'year-of-level'
  if (need.tracks.length > 0 && need.level !== 'vmbo') return 'track-of-level'
  if (need.period && need.period.until < today) return 'period-passed'
  return null
}
