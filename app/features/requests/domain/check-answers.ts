/** Whether the typed answers of a request make sense for this school: errors per field, or what they say. */
import type { CalendarDate } from '~/kernel/calendar'
import { isYearOf } from '~/kernel/education'
import { pupilDataIn } from '~/kernel/pupil-data'
import * as m from '~/paraglide/messages'
import { type RequestAnswers, requestAnswers } from '../schemas'
import { asksForProject, type RequestNeed, SMALL_GROUP } from './need'
import type { RequestErrors, RequestField, TypedRequest } from './request-form'
import { type ChosenYears, readYears, type SchoolLevel } from './school-levels'
import type { UnderstoodPeriod } from './typed-period'

export type Choices = {
  readonly levels: readonly SchoolLevel[]
  readonly topicIds: ReadonlySet<string>
  readonly period: UnderstoodPeriod
  readonly today: CalendarDate
  /** Who rang must be told, name and address. */
  readonly asksContact: boolean
}

export type Checked = {
  /** In the reader's language. */
  readonly errors: RequestErrors
  /** `null` when one of the answers is wrong. */
  readonly answers: { readonly value: RequestAnswers; readonly years: ChosenYears } | null
}

const LISTS = ['kind', 'topic', 'year', 'track', 'day', 'language']

export function checkAnswers(
  typed: TypedRequest,
  { levels, topicIds, period, today, asksContact }: Choices,
): Checked {
  const errors: Partial<Record<RequestField, readonly string[]>> = {}
  const lists = Object.fromEntries(LISTS.map((name) => [name, [...new Set(typed[name] ?? [])]]))
  const singles = Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => !LISTS.includes(name))
      .map(([name, [value]]) => [name, value]),
  )
  const parsed = requestAnswers.safeParse({ ...singles, ...lists })
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0]) as RequestField
    errors[field] ??= [issue.code === 'invalid_format' ? formatWord(field, issue.message) : issue.message]
  }
  const years = readYears(lists.year ?? [], levels)
  if (!years.ok) errors.year = [YEAR_MISTAKE[years.mistake]()]
  const tracksOf = years.ok ? levels.find(({ level }) => level === years.chosen.level)?.tracks : undefined
  if (tracksOf?.length === 0 && (lists.track ?? []).length > 0)
    errors.track = [m.error_request_track_of_level()]
  if (!errors.topic && lists.topic?.some((id) => !topicIds.has(id)))
    errors.topic = [m.error_request_unknown_topic()]
  const kinds = lists.kind ?? []
  // A project takes one place, a lesson one per group: one request cannot be counted both ways.
  if (!errors.kind && kinds.length > 1 && kinds.includes('co-development'))
    errors.kind = [m.requests_error_project_alone()]
  // A question, not a refusal: who knows better says so.
  if (!typed.noPupils && pupilDataIn(`${typed.title?.[0] ?? ''}\n${typed.text?.[0] ?? ''}`, today))
    errors.noPupils = [m.privacy_pupils_text()]
  if (asksContact) {
    if (!typed.contactName) errors.contactName = [m.error_form_required()]
    if (!typed.contactEmail) errors.contactEmail = [m.error_form_required()]
  }
  if (period.mistake) errors[PERIOD_FIELD[period.mistake]] = [PERIOD_MISTAKE[period.mistake]()]
  const right = parsed.success && years.ok && Object.keys(errors).length === 0
  return { errors, answers: right ? { value: parsed.data, years: years.chosen } : null }
}

/** Numbers travel as text in an address; what is wrong with them is said as of a number. */
function formatWord(field: RequestField, message: string): string {
  return field === 'groups' || field === 'groupSize' || field === 'km' ? m.error_form_number() : message
}

const YEAR_MISTAKE = {
  none: m.requests_error_years_none,
  unknown: m.error_request_year_of_level,
  'more-levels': m.requests_error_more_levels,
} as const
const PERIOD_FIELD = { incomplete: 'until', 'no-date': 'from', backwards: 'until', passed: 'until' } as const
const PERIOD_MISTAKE = {
  incomplete: m.requests_error_period_incomplete,
  'no-date': m.requests_error_period_no_date,
  backwards: m.requests_error_period_backwards,
  passed: m.error_request_period_passed,
} as const

/** @returns the need that right answers say. */
export function needOfAnswers(
  { value, years: { level, years } }: NonNullable<Checked['answers']>,
  period: UnderstoodPeriod,
): RequestNeed {
  const isProject = asksForProject({ kinds: value.kind })
  return {
    title: value.title,
    text: value.text ?? '',
    kinds: value.kind,
    topicIds: value.topic,
    level,
    years: years.filter((year) => isYearOf(level, year)),
    tracks: value.track,
    groupSize: value.groupSize,
    periodText: value.period || null,
    period: period.span,
    weekdays: value.day.map(Number).sort(),
    maxDistanceKm: value.km ?? null,
    languages: value.language,
    isUrgent: value.urgent === 'on',
    // One group alone is all of them, and so is a project.
    allOrNone: value.placing === 'together' && value.groups > 1 && !isProject,
    mayShare: value.share === 'on' && !isProject && value.groupSize <= SMALL_GROUP,
  }
}
