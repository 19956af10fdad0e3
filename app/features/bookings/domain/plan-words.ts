/** The parts of a plan in the reader's words, for pages and mails alike. */
import * as m from '~/paraglide/messages'
import { type PlanPart, type ProgrammeRow, timesOf } from './plan'

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
