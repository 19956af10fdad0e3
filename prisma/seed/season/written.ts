/** The 140 requests that teachers wrote, at real branches of their level near their postcode. */
import { addDays, type CalendarDate } from '~/kernel/calendar'
import type { Level } from '~/kernel/education'
import { readLines } from '../read-data'
import { type Branch, nearest, postcodePoints, teaching } from './branches'
import { isKind, type Wish } from './wish'

type WrittenRequest = {
  readonly id: string
  readonly schoolPlace: string
  readonly postcode4: string
  readonly level: Level
  readonly years: readonly number[]
  readonly kind: string
  readonly title: string
  readonly text: string
  readonly topics: readonly string[]
  readonly groupSize: number
  readonly groups: number
  readonly period: string | null
  readonly weekdays: readonly number[]
  readonly maxDistanceKm: number | null
  readonly urgency: 'normal' | 'high'
  readonly waitingSince: CalendarDate
}

/** Farther than this it is another place, and the text says where the school really is. */
const NEAR_KM = 10

export function readWritten(): readonly WrittenRequest[] {
  return readLines<WrittenRequest>('demo/requests.jsonl')
}

/**
 * Their dates move as a whole, so that the newest began to wait on the last day. Two requests are of one school only
 * where no other branch of the level is near.
 */
export function writtenWishes(
  branches: readonly Branch[],
  lastDay: CalendarDate,
  count: number,
): readonly Wish[] {
  const written = readWritten()
  const newest =
    written
      .map((request) => request.waitingSince)
      .sort()
      .at(-1) ?? lastDay
  const shift = Math.round((Date.parse(lastDay) - Date.parse(newest)) / 86_400_000)
  const points = postcodePoints()
  const used = new Set<string>()
  const step = Math.max(1, Math.floor(written.length / count))
  return written
    .filter((_, i) => i % step === 0)
    .slice(0, count)
    .map((request): Wish => {
      const point = points.get(request.postcode4)
      if (!point) throw new Error(`${request.id}: postcode ${request.postcode4} does not exist`)
      if (!isKind(request.kind)) throw new Error(`${request.id}: kind ${request.kind} does not exist`)
      const able = teaching(branches, request.level, request.years)
      const unused = nearest(
        able.filter(({ id }) => !used.has(id)),
        point,
      )
      const found = unused && unused.km <= NEAR_KM ? unused : nearest(able, point)
      if (!found) throw new Error(`${request.id}: no branch teaches ${request.level}`)
      used.add(found.branch.id)
      return {
        ref: request.id,
        branch: found.branch,
        title: request.title,
        text:
          found.km <= NEAR_KM
            ? request.text
            : `${request.text} Onze leerlingen zitten in ${request.schoolPlace}.`,
        kinds: [request.kind],
        topicIds: request.topics,
        level: request.level,
        years: request.years,
        tracks: [],
        groupSize: request.groupSize,
        groups: request.groups,
        periodText: request.period,
        weekdays: request.weekdays,
        maxDistanceKm: request.maxDistanceKm,
        languages: [],
        isUrgent: request.urgency === 'high',
        allOrNone: false,
        mayShare: false,
        postedOn: addDays(request.waitingSince, shift),
        course: { kind: 'waits' },
      }
    })
}
