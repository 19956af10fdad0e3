/** Days that do not count: weekends by themselves, public holidays for all, school holidays for the schools of a region. */
import type { CalendarDate, FreeDays, Span } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'

export type FreeDaysOf = {
  /** For companies: they work in school holidays. */
  workingDays(): Promise<FreeDays>
  /** For schools: by the holiday region of each branch. One statement after the first call. */
  schoolDays(branchIds: readonly string[]): Promise<ReadonlyMap<string, FreeDays>>
  /** Of a holiday region: noord, midden or zuid. */
  regionDays(region: string): Promise<FreeDays>
}

type Holidays = {
  readonly publicHolidays: ReadonlySet<CalendarDate>
  readonly schoolHolidays: ReadonlyMap<string, readonly Span[]>
}

/** Holidays are open data of years ahead: read once in ten minutes at most. */
const KEEP_MS = 600_000

export function makeFreeDays(db: Pick<Db, 'publicHoliday' | 'schoolHoliday' | 'schoolBranch'>): FreeDaysOf {
  let kept: Promise<Holidays> | undefined
  let until = 0

  function holidays(): Promise<Holidays> {
    if (!kept || Date.now() > until) {
      until = Date.now() + KEEP_MS
      kept = load(db)
      kept.catch(() => {
        kept = undefined
      })
    }
    return kept
  }

  return {
    async workingDays() {
      const { publicHolidays } = await holidays()
      return { publicHolidays, schoolHolidays: [] }
    },
    async regionDays(region) {
      const { publicHolidays, schoolHolidays } = await holidays()
      return { publicHolidays, schoolHolidays: schoolHolidays.get(region) ?? [] }
    },
    async schoolDays(branchIds) {
      const { publicHolidays, schoolHolidays } = await holidays()
      const branches = await db.schoolBranch.findMany({
        where: { id: { in: [...branchIds] } },
        select: { id: true, holidayRegion: true },
      })
      return new Map(
        branches.map(({ id, holidayRegion }) => [
          id,
          { publicHolidays, schoolHolidays: schoolHolidays.get(holidayRegion) ?? [] },
        ]),
      )
    },
  }
}

async function load(db: Pick<Db, 'publicHoliday' | 'schoolHoliday'>): Promise<Holidays> {
  const [publicDays, schoolDays] = await Promise.all([
    db.publicHoliday.findMany(),
    db.schoolHoliday.findMany(),
  ])
  const schoolHolidays = new Map<string, Span[]>()
  for (const { region, startsOn, endsOn } of schoolDays) {
    const spans = schoolHolidays.get(region) ?? []
    spans.push({ from: asDay(startsOn), until: asDay(endsOn) })
    schoolHolidays.set(region, spans)
  }
  return { publicHolidays: new Set(publicDays.map(({ date }) => asDay(date))), schoolHolidays }
}
