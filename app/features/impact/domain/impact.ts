/** What came of the lessons of a company, added up. */
import { type CalendarDate, schoolYearOf } from '~/kernel/calendar'
import type { Level } from '~/kernel/education'
import type { Point } from '~/kernel/geography'

/** Lessons that took place, of one school, level and day. */
export type Lessons = {
  readonly branchId: string
  readonly municipality: { readonly code: string; readonly name: string; readonly point: Point }
  readonly level: Level
  readonly on: CalendarDate
  readonly lessons: number
  /** As the school counted them. */
  readonly pupils: number
  /** Of which the school did not tell how many pupils there were. */
  readonly uncounted: number
}

export type Figures = { readonly lessons: number; readonly pupils: number; readonly schools: number }

export type Impact = Figures & {
  readonly uncounted: number
  /** The school year of the first lesson, `null` without any. */
  readonly since: string | null
  /** The newest first. */
  readonly byYear: readonly (Figures & { readonly schoolYear: string })[]
  /** Most lessons first. */
  readonly byLevel: readonly (Figures & { readonly level: Level })[]
  /** Most lessons first. */
  readonly places: readonly (Figures & Lessons['municipality'])[]
}

/** @returns the sums. O(rows log rows). */
export function impactOf(rows: readonly Lessons[]): Impact {
  const byYear = grouped(rows, ({ on }) => schoolYearOf(on))
    .map(([schoolYear, some]) => ({ schoolYear, ...figuresOf(some) }))
    .sort((a, b) => (a.schoolYear < b.schoolYear ? 1 : -1))
  const byLevel = grouped(rows, ({ level }) => level).map(([level, some]) => ({ level, ...figuresOf(some) }))
  const places = grouped(rows, ({ municipality: { code } }) => code).flatMap(([, some]) =>
    some[0] ? [{ ...some[0].municipality, ...figuresOf(some) }] : [],
  )
  return {
    ...figuresOf(rows),
    uncounted: rows.reduce((sum, { uncounted }) => sum + uncounted, 0),
    since: byYear.at(-1)?.schoolYear ?? null,
    byYear,
    byLevel: byLevel.sort(mostFirst(({ level }) => level)),
    places: places.sort(mostFirst(({ name }) => name)),
  }
}

function figuresOf(rows: readonly Lessons[]): Figures {
  return {
    lessons: rows.reduce((sum, { lessons }) => sum + lessons, 0),
    pupils: rows.reduce((sum, { pupils }) => sum + pupils, 0),
    schools: new Set(rows.map(({ branchId }) => branchId)).size,
  }
}

function grouped<Key extends string>(
  rows: readonly Lessons[],
  keyOf: (row: Lessons) => Key,
): readonly (readonly [Key, readonly Lessons[]])[] {
  const groups = new Map<Key, Lessons[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return [...groups]
}

const mostFirst =
  <Row extends Figures>(nameOf: (row: Row) => string) =>
  (a: Row, b: Row) =>
    b.lessons - a.lessons || nameOf(a).localeCompare(nameOf(b), 'nl')
