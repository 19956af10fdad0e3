/** What the classes of a school had, by class, and what would be new to them. */
import type { CalendarDate } from '~/kernel/calendar'
import { LEVEL_YEARS, LEVELS, type Level, type OfferKind } from '~/kernel/education'

export type HadLesson = {
  readonly bookingId: string
  readonly date: CalendarDate
  readonly title: string
  readonly company: string
  readonly kind: OfferKind
  readonly topicIds: readonly string[]
  readonly sectors: readonly string[]
  readonly girlsFocus: boolean
  readonly level: Level
  readonly years: readonly number[]
  /** School years ago; 0: this one. */
  readonly yearsAgo: number
}

/** What a class has not had. */
export type NewToClass = {
  readonly kinds: readonly OfferKind[]
  /** Uppermost topics, in their order. */
  readonly topicIds: readonly string[]
  /** Nothing yet with a woman as an example, or for girls in particular. */
  readonly girls: boolean
}

export type ClassHistory = {
  readonly level: Level
  /** Of this school year. */
  readonly year: number
  /** The newest first. */
  readonly lessons: readonly (HadLesson & {
    /** The year that the class was in. */ readonly inYear: number
  })[]
  readonly isNew: NewToClass
}

/** What classes go to or have come to them; events come by themselves. */
const KINDS_OF_CLASSES: readonly OfferKind[] = [
  'guest-lesson',
  'excursion',
  'lesson-material',
  'co-development',
]
/** So many new topics are named: more is no hint. */
const NEW_TOPICS = 4

/**
 * @param topics uppermost ones in their order, with those under them.
 * @returns one per class that had anything, by level and year. Classes that have left the school are left out.
 */
export function classHistories(
  lessons: readonly HadLesson[],
  topics: ReadonlyMap<string, ReadonlySet<string>>,
): readonly ClassHistory[] {
  const classes = new Map<string, ClassHistory['lessons'][number][]>()
  for (const lesson of lessons)
    for (const inYear of lesson.years) {
      const key = `${lesson.level} ${inYear + lesson.yearsAgo}`
      classes.set(key, [...(classes.get(key) ?? []), { ...lesson, inYear }])
    }
  return LEVELS.flatMap((level) =>
    LEVEL_YEARS[level].flatMap((year): ClassHistory[] => {
      const had = classes.get(`${level} ${year}`)
      if (!had) return []
      const newest = [...had].sort((a, b) => (a.date < b.date ? 1 : -1))
      return [{ level, year, lessons: newest, isNew: newTo(had, topics) }]
    }),
  )
}

function newTo(had: readonly HadLesson[], topics: ReadonlyMap<string, ReadonlySet<string>>): NewToClass {
  const seen = (within: ReadonlySet<string>) =>
    had.some(({ topicIds }) => topicIds.some((topic) => within.has(topic)))
  return {
    kinds: KINDS_OF_CLASSES.filter((kind) => had.every((lesson) => lesson.kind !== kind)),
    topicIds: [...topics].flatMap(([id, within]) => (seen(within) ? [] : [id])).slice(0, NEW_TOPICS),
    girls: had.every(({ girlsFocus }) => !girlsFocus),
  }
}
