/** The parts of a plan in the reader's words, for pages and mails alike. */
import { formatDay, formatDuration } from '~/components/format'
import * as m from '~/paraglide/messages'
import { type PlanPart, type ProgrammeRow, sumOf, timesOf, type Vog } from './plan'

export const planPartWord: Readonly<Record<PlanPart, () => string>> = {
  goal: m.bookings_plan_goal,
  preparation: m.bookings_preparation,
  arrival: m.bookings_plan_arrival,
  access: m.bookings_plan_access,
  schoolBrings: m.bookings_plan_school_brings,
  companyBrings: m.bookings_plan_company_brings,
  cost: m.bookings_plan_cost,
  programme: m.bookings_plan_programme,
  vog: m.bookings_plan_vog,
}

/** "10.05–10.50"; from the beginning on where nobody knows when that is. */
export function programmeLines(
  rows: readonly ProgrammeRow[],
  startTime: string | null,
): readonly { readonly when: string; readonly what: string }[] {
  return timesOf(rows, startTime).map(({ from, until, what }) => ({
    when:
      typeof from === 'string' && typeof until === 'string'
        ? m.bookings_plan_clock_span({ from: clock(from), until: clock(until) })
        : m.bookings_plan_minutes_span({ from, until }),
    what,
  }))
}

/** As people of the language write it, without a word behind it. */
const clock = (time: string) => time.replace(':', m.bookings_plan_clock_sign())

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
