/** The form of a request: its steps, its fields, and what a page gets of it. */
import type { CalendarDate, Span } from '~/kernel/calendar'
import type { RequestNeed } from './need'
import { type SchoolLevel, yearName } from './school-levels'
import { daysShown } from './typed-period'

export const STEPS = ['what', 'who', 'when', 'far', 'check'] as const
export type StepName = (typeof STEPS)[number]

export const STEP_FIELDS = {
  what: ['kind', 'topic'],
  who: ['branch', 'year', 'track', 'groups', 'groupSize'],
  when: ['period', 'from', 'until', 'day', 'urgent'],
  far: ['km', 'language'],
  check: ['placing', 'share', 'title', 'text', 'noPupils', 'contactName', 'contactEmail'],
} as const satisfies Record<StepName, readonly string[]>
export type RequestField = (typeof STEP_FIELDS)[StepName][number]
export const REQUEST_FIELDS: readonly RequestField[] = STEPS.flatMap(
  (step): readonly RequestField[] => STEP_FIELDS[step],
)

/** What goes along from page to page beside the answers. */
export const CARRIED = ['periodOf', 'periodShown', 'offer', 'draft', 'submissionKey', 'version'] as const

/** How the form says that the distance does not matter. */
export const ANY_DISTANCE = 'any'

/** Every answer as it was typed; a field that was left empty is absent. */
export type TypedRequest = Readonly<Record<string, readonly string[]>>
export type RequestErrors = Readonly<Partial<Record<RequestField, readonly string[]>>>

export type TopicChoice = {
  readonly id: string
  readonly parentId: string | null
  readonly nl: string
  readonly en: string | null
}

export type BranchChoice = { readonly id: string; readonly name: string; readonly placeName: string }

export type RequestForm = {
  readonly step: StepName
  readonly typed: TypedRequest
  /** Of the step that is shown. */
  readonly errors: RequestErrors
  /** Of the form as a whole. */
  readonly formErrors: readonly string[]
  /** Schools of the reader, never empty. */
  readonly branches: readonly BranchChoice[]
  readonly branchId: string
  readonly levels: readonly SchoolLevel[]
  readonly topics: readonly TopicChoice[]
  readonly period: Span | null
  /** The words of the period say nothing that we understand. */
  readonly periodIsNote: boolean
  readonly emailVerified: boolean
  /** Nobody is signed in: everything but the last press. */
  readonly isVisitor: boolean
  /** A coordinator fills it in for a school that rang; `null` for somebody of the school itself. */
  readonly forSchool: {
    /** Nobody there can be written to yet, so the form asks who rang. */
    readonly asksContact: boolean
  } | null
}

/** @returns answers one by one, as a form sends them. */
export function fieldsOf(typed: TypedRequest): (readonly [string, string])[] {
  return Object.entries(typed).flatMap(([name, values]) => values.map((value) => [name, value] as const))
}

/** @returns the answers of an address or a posted form; blanks are no answer. */
export function typedRequest(entries: Iterable<readonly [string, unknown]>): TypedRequest {
  const typed: Record<string, string[]> = {}
  const known = new Set<string>([...REQUEST_FIELDS, ...CARRIED])
  for (const [name, value] of entries) {
    if (!known.has(name) || typeof value !== 'string' || value.trim() === '') continue
    // "No limit" is said by no answer.
    if (name === 'km' && value === ANY_DISTANCE) continue
    const list = typed[name] ?? []
    typed[name] = list
    // No field has more answers than the years of all levels together.
    if (list.length < 40) list.push(value)
  }
  return typed
}

/** @returns the first step that has an error, `null` when none has. */
export function stepWithError(errors: RequestErrors, steps: readonly StepName[] = STEPS): StepName | null {
  return steps.find((step) => STEP_FIELDS[step].some((field) => errors[field] !== undefined)) ?? null
}

/** @returns a request as the answers of its form. */
export function answersOf(request: {
  readonly need: RequestNeed
  readonly groups: readonly unknown[]
  readonly classes: number | null
  readonly version: number
}): TypedRequest {
  const { need, groups, classes, version } = request
  const { period } = need
  return {
    kind: need.kinds,
    topic: need.topicIds,
    year: need.years.map((year) => yearName(need.level, year)),
    track: need.tracks,
    groups: [String(classes ?? groups.length)],
    groupSize: [String(need.groupSize)],
    ...(need.periodText && { period: [need.periodText], periodOf: [need.periodText] }),
    ...(period && { from: [period.from], until: [period.until] }),
    periodShown: [daysShown(period?.from ?? '', period?.until ?? '')],
    day: need.weekdays.map(String),
    ...(need.isUrgent && { urgent: ['on'] }),
    ...(need.maxDistanceKm !== null && { km: [String(need.maxDistanceKm)] }),
    language: need.languages,
    ...(need.allOrNone && { placing: ['together'] }),
    ...(need.mayShare && { share: ['on'] }),
    title: [need.title],
    ...(need.text && { text: [need.text] }),
    version: [String(version)],
  }
}

/**
 * A new request with the answers of an earlier one: the next class, or the same again a year later. A period that is over
 * moves to the same days of the first year in which it is not; the words that it was read from go.
 * @param branch of the school that asks again.
 */
export function answersAgain(
  request: Parameters<typeof answersOf>[0],
  { branch, today }: { readonly branch: string; readonly today: CalendarDate },
): TypedRequest {
  const { version: _, ...answers } = answersOf(request)
  const { period } = request.need
  if (!period || period.until >= today) return { ...answers, branch: [branch] }
  const next = inFirstYear(period, today)
  const { period: __, periodOf: ___, ...rest } = answers
  return {
    ...rest,
    branch: [branch],
    from: [next.from],
    until: [next.until],
    periodShown: [daysShown(next.from, next.until)],
  }
}

function inFirstYear({ from, until }: Span, today: CalendarDate): Span {
  const ahead = Number(today.slice(0, 4)) - Number(until.slice(0, 4))
  const moved = (day: CalendarDate, years: number) =>
    // 29 February is the 28th of another year.
    `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('-02-29', '-02-28')}`
  const years = moved(until, ahead) < today ? ahead + 1 : ahead
  return { from: moved(from, years), until: moved(until, years) }
}
