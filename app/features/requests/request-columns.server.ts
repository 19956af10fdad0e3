/** What a school asks for, as the columns of `support_request`. */
import type { OfferKind, WaitingReason as WaitingColumn } from '~/generated/prisma/enums'
import { asDate } from '~/platform/db/dates.server'
import { asksForProject, type RequestNeed } from './domain/need'
import type { WaitingReason } from './domain/request'

const KIND_COLUMN = {
  'guest-lesson': 'guest_lesson',
  excursion: 'excursion',
  'lesson-material': 'lesson_material',
  'co-development': 'co_development',
  event: 'event',
} as const satisfies Record<RequestNeed['kinds'][number], OfferKind>

export const WAITING_COLUMN = {
  'no-candidate': 'no_candidate',
  'all-full': 'all_full',
  declined: 'declined',
  unanswered: 'unanswered',
  asked: 'asked',
} as const satisfies Record<WaitingReason, WaitingColumn>

export function classesOf(need: RequestNeed, classes: number): number | null {
  return asksForProject(need) ? classes : null
}

export function columnsOf(need: RequestNeed) {
  return {
    title: need.title,
    text: need.text,
    kinds: need.kinds.map((kind) => KIND_COLUMN[kind]),
    topicIds: [...need.topicIds],
    level: need.level,
    years: [...need.years],
    tracks: [...need.tracks],
    groupSize: need.groupSize,
    periodText: need.periodText,
    periodFrom: need.period && asDate(need.period.from),
    periodUntil: need.period && asDate(need.period.until),
    weekdays: [...need.weekdays],
    maxDistanceKm: need.maxDistanceKm,
    languages: [...need.languages],
    isUrgent: need.isUrgent,
    allOrNone: need.allOrNone,
    mayShare: need.mayShare,
  }
}
