/** What a plan adds up to, and what the school says of certificates. */
import { formatDay, formatDuration } from '~/components/format'
import * as m from '~/paraglide/messages'
import { type ProgrammeRow, sumOf, type Vog } from '../domain/plan'

/** How long the programme is, and what that differs from the offer. */
export function sumWord(rows: readonly ProgrammeRow[], durationMinutes: number | null): string {
  const sum = sumOf(rows)
  const total = formatDuration(sum)
  if (durationMinutes === null) return m.bookings_plan_sum({ total })
  const duration = formatDuration(durationMinutes)
  if (sum === durationMinutes) return m.bookings_plan_sum_fits({ total })
  return sum < durationMinutes
    ? m.bookings_plan_sum_left({ total, duration, rest: formatDuration(durationMinutes - sum) })
    : m.bookings_plan_sum_over({ total, duration, rest: formatDuration(sum - durationMinutes) })
}

/** `null` while the school has said nothing. @param seenBy who of the school saw the certificates. */
export function vogWord({ asked, seenOn }: Vog, seenBy: string | null): string | null {
  if (asked === null && seenOn === null) return null
  if (seenOn === null) return asked ? m.bookings_plan_vog_asked() : m.bookings_plan_vog_not_asked()
  const day = formatDay(seenOn, true)
  return seenBy === null
    ? m.bookings_plan_vog_seen({ day })
    : m.bookings_plan_vog_seen_by({ day, who: seenBy })
}
