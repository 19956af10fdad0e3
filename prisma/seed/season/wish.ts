/** One request that the season will post: what a teacher types, where, when, and what the school does with it. */

import type { RequestNeed } from '~/features/requests/domain/need'
import type { CalendarDate } from '~/kernel/calendar'
import type { Level, OfferKind } from '~/kernel/education'
import type { Branch } from './branches'

export type Wish = Omit<RequestNeed, 'period'> & {
  /** Kept with the request as its external reference. */
  readonly ref: string
  readonly branch: Branch
  readonly groups: number
  readonly postedOn: CalendarDate
  readonly course: Course
}

/** What follows the posting. */
export type Course =
  /** The school asks companies; they answer as companies do. */
  | { readonly kind: 'asks' }
  /** Nobody could be found before: the school asks for the waiting list at once. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'story'; readonly story: Story }

/** A course that is told beforehand, so that the demo accounts have something in each state. Days count from posting. */
export type Story = {
  /** How many companies are asked, and after how many days. */
  readonly asks?: { readonly offers: number; readonly after: number; readonly demoCompany?: boolean }
  /** What those companies say, in the order of asking; one that is not told of keeps silent. */
  readonly answers?: readonly StoryAnswer[]
  /** Days after posting on which the school asks for the waiting list or withdraws. */
  readonly waitsAfter?: number
  readonly withdrawsAfter?: number
  /** What the school does with a hold; silent when absent. */
  readonly hold?: 'yes' | 'no'
}

export type StoryAnswer = {
  readonly after: number
  readonly says: 'view' | 'consider' | 'accept' | 'decline'
  /** Groups that get a place. */
  readonly groups?: number
  /** A lesson in this many days after posting, or three days to choose from. */
  readonly lessonAfter?: number
  readonly options?: true
}

/** `groep 7/8`, `klas 3 vmbo`. */
export function classNameOf(level: Level, years: readonly number[]): string {
  const first = years[0] ?? 1
  const last = years.at(-1) ?? first
  const run = first === last ? `${first}` : `${first}/${last}`
  return level === 'po' ? `groep ${run}` : `${level} ${run}`
}

export function isKind(text: string): text is OfferKind {
  return ['guest-lesson', 'excursion', 'lesson-material', 'co-development', 'event'].includes(text)
}
