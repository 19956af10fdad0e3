/** Days on which a lesson can be: a school day of both, in the wished period. */
import type { RequestNeed } from '~/features/requests/domain/need'
import { addDays, type CalendarDate, daysOfSchoolYear, isoWeekday, schoolYearOf } from '~/kernel/calendar'
import type { RankedOffer } from '~/matching/ranking/subjects'
import type { Branch } from './branches'
import { PARAMETERS } from './parameters'
import type { World } from './world'

/** Nobody plans farther ahead when the school named no period. */
export const FARTHEST_DAYS = 150

/** @param when `earliest` not before today; the lead of a company comes on top. */
export function lessonDays(
  world: Pick<World, 'isSchoolDay'>,
  branch: Branch,
  need: Pick<RequestNeed, 'period' | 'weekdays'>,
  offer: Pick<RankedOffer, 'weekdays'>,
  { today, earliest }: { readonly today: CalendarDate; readonly earliest: CalendarDate },
): readonly CalendarDate[] {
  const lead = addDays(today, PARAMETERS.company.leadDays)
  const first = [lead, earliest, need.period?.from ?? lead].sort().at(-1) ?? lead
  const farthest = addDays(earliest, FARTHEST_DAYS)
  const last =
    need.period?.until ?? [farthest, daysOfSchoolYear(schoolYearOf(first)).until].sort()[0] ?? farthest
  const days: CalendarDate[] = []
  for (let day = first; day <= last && days.length < 200; day = addDays(day, 1)) {
    const weekday = isoWeekday(day)
    if (need.weekdays.length > 0 && !need.weekdays.includes(weekday)) continue
    if (offer.weekdays.length > 0 && !offer.weekdays.includes(weekday)) continue
    if (world.isSchoolDay(branch, day)) days.push(day)
  }
  return days
}
