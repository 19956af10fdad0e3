/** Digests: which day or week they are of, and what stands in one. */
import { addDays, type CalendarDate, calendarDateOf, instantAt, isoWeekday } from '~/kernel/calendar'
import { type Delivery, deliveryOf, isKind, type Kind } from './kinds'

export type DigestRhythm = Extract<Delivery, 'daily' | 'weekly'>
const DIGEST_RHYTHMS: readonly DigestRhythm[] = ['daily', 'weekly']

/** On the wall clock of Amsterdam; that of the week on Monday. */
const DIGEST_TIME = '07:30'
/** What is being written while a digest is put together belongs to the next one. */
const SETTLED_MS = 300_000
/** Lines of one digest; what is more is named by its number. */
export const DIGEST_LINES = 40

export type DigestPlan = {
  readonly rhythm: DigestRhythm
  /** The day on which it comes; a Monday for that of the week. */
  readonly day: CalendarDate
  /** What was told before belongs to it. */
  readonly before: Date
}

/** @returns the digests whose time has come: the last one of each rhythm, which may have been sent long ago. */
export function digestsDue(now: Date): readonly DigestPlan[] {
  return DIGEST_RHYTHMS.map((rhythm) => {
    const today = calendarDateOf(now)
    const day = rhythm === 'daily' ? today : addDays(today, 1 - isoWeekday(today))
    // Before half past seven the last one is that of yesterday, or of last Monday.
    const last = now < instantAt(day, DIGEST_TIME) ? addDays(day, rhythm === 'daily' ? -1 : -7) : day
    return { rhythm, day: last, before: new Date(instantAt(last, DIGEST_TIME).getTime() - SETTLED_MS) }
  })
}

/** @returns the name of the digest, the same however often it is put together. */
export const digestKey = ({ rhythm, day }: Pick<DigestPlan, 'rhythm' | 'day'>) => `${rhythm} ${day}`

export type ToldLine = { readonly kind: string; readonly readAt: Date | null }

/**
 * @param lines of one digest, the oldest first.
 * @param chosen how its reader wants each kind now.
 * @returns the lines to mail: not what was read in the page meanwhile, nor a kind that was turned off since.
 */
export function selectForDigest<Line extends ToldLine>(
  lines: readonly Line[],
  chosen: ReadonlyMap<Kind, Delivery>,
): readonly Line[] {
  return lines.filter(
    ({ kind, readAt }) => readAt === null && isKind(kind) && deliveryOf(kind, chosen.get(kind)) !== 'off',
  )
}
