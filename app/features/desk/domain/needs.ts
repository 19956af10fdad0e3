/** What asks for somebody now, on the side of a school or of a company, and in which order. */
import { addDays, type CalendarDate } from '~/kernel/calendar'

export type Side = 'school' | 'company'

/** In the order of weight where no deadline decides: where somebody else waits comes first. */
const NEED_KINDS = [
  'hidden',
  'refused',
  'question',
  'hold',
  'agree-day',
  'choose-day',
  'offered',
  'still-wanted',
  'answered',
  'ask-somebody',
  'member',
  'report',
  'feed',
  'load',
  'full',
  'stale',
  'evaluate',
  'draft-request',
  'draft-offer',
] as const
export type NeedKind = (typeof NEED_KINDS)[number]

export type Need = {
  readonly side: Side
  readonly kind: NeedKind
  /** Of what is opened: a hold, a booking, a request, a proposal, an offer, a load or an organisation. */
  readonly id: string
  /** What it is about: the title of the request or the offer, or a name. A draft may have none yet. */
  readonly title: string
  /** Who else it is about: the company, the place of the school; empty where there is nobody. */
  readonly partner: string
  /** The last day; `null`: there is none. */
  readonly dueOn: CalendarDate | null
  /** Since when it asks. */
  readonly since: CalendarDate
  /** How many of it there are: rows, failures, days to choose from. */
  readonly count: number
}

/** Days ahead in which a deadline goes before everything that has none. */
const SOON_DAYS = 7

/** @returns 0: due today or late; 1: due within a week; 2: can wait. */
export function urgencyOf({ dueOn }: Pick<Need, 'dueOn'>, today: CalendarDate): 0 | 1 | 2 {
  if (dueOn === null) return 2
  if (dueOn <= today) return 0
  return dueOn <= addDays(today, SOON_DAYS) ? 1 : 2
}

/**
 * Late and today first, then what is due within a week, both by day; the rest by weight, then by day, then what asks longest.
 * The same in always gives the same out. O(n log n).
 */
export function orderNeeds(needs: readonly Need[], today: CalendarDate): readonly Need[] {
  const keyed = needs.map((need) => {
    const urgency = urgencyOf(need, today)
    const weight = String(NEED_KINDS.indexOf(need.kind)).padStart(2, '0')
    const day = need.dueOn ?? '9999-12-31'
    const order = urgency === 2 ? [weight, day] : [day, weight]
    return { need, key: [urgency, ...order, need.since, need.side, need.id].join(' ') }
  })
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ need }) => need)
}

/** @returns how many cannot wait: due today or late. */
export function urgentCount(needs: readonly Need[], today: CalendarDate): number {
  return needs.filter((need) => urgencyOf(need, today) === 0).length
}
