/** How a booking goes: what each side says of the day, beforehand. */
import type { CalendarDate } from '~/kernel/calendar'
import type { OfferLocation } from '~/kernel/education'

export type PlanSide = 'school' | 'company'

export const TEXT_PARTS = [
  'goal',
  'preparation',
  'arrival',
  'access',
  'schoolBrings',
  'companyBrings',
  'cost',
] as const
export type TextPart = (typeof TEXT_PARTS)[number]
export const PLAN_PARTS = [...TEXT_PARTS, 'programme', 'vog'] as const
export type PlanPart = (typeof PLAN_PARTS)[number]

export type ProgrammeRow = {
  /** Whole, 1–600. */
  readonly minutes: number
  readonly what: string
}

/** What a school asks of adults who come into the class. Of the certificate itself only the day on which it was seen. */
export type Vog = {
  /** `null`: the school has not said. */
  readonly asked: boolean | null
  readonly seenOn: CalendarDate | null
}

export type Plan = Readonly<Record<TextPart, string | null>> & {
  readonly programme: readonly ProgrammeRow[]
  readonly vog: Vog
}

export const PLAN_LIMITS = { text: 2_000, what: 200, rows: 20, minutes: 600 } as const

export const EMPTY_PLAN: Plan = {
  goal: null,
  preparation: null,
  arrival: null,
  access: null,
  schoolBrings: null,
  companyBrings: null,
  cost: null,
  programme: [],
  vog: { asked: null, seenOn: null },
}

const OF_SIDE: Readonly<Record<PlanSide, readonly PlanPart[]>> = {
  school: ['goal', 'access', 'schoolBrings', 'vog', 'programme', 'cost'],
  company: ['preparation', 'companyBrings', 'programme', 'cost'],
}

/** @returns what that side writes. How to get there tells who is at home there; the programme and the costs both. */
export function partsOf(side: PlanSide, location: OfferLocation): ReadonlySet<PlanPart> {
  const atHome: PlanSide = location === 'at-school' ? 'school' : 'company'
  return new Set([...OF_SIDE[side], ...(side === atHome ? (['arrival'] as const) : [])])
}

/** @returns the plan with what that side may write taken from `typed`. */
export function merged(plan: Plan, typed: Plan, own: ReadonlySet<PlanPart>): Plan {
  return Object.fromEntries(
    PLAN_PARTS.map((part) => [part, own.has(part) ? typed[part] : plan[part]]),
  ) as unknown as Plan
}

/** @returns the parts that say something else now. */
export function changedParts(before: Plan, after: Plan): readonly PlanPart[] {
  return PLAN_PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}

/** Who changed a part last, and when. */
export type PlanChanges = Readonly<
  Partial<Record<PlanPart, { readonly by: PlanSide /** ISO. */; readonly at: string }>>
>

/** @returns what that side changed after the other was last told. */
export function untold(changes: PlanChanges, by: PlanSide, since: Date | null): readonly PlanPart[] {
  return PLAN_PARTS.filter((part) => {
    const change = changes[part]
    return change?.by === by && (since === null || new Date(change.at) > since)
  })
}

export type TimedRow = ProgrammeRow & {
  /** `10:05` where the beginning is known; minutes after the beginning where it is not. */
  readonly from: string | number
  readonly until: string | number
}

/** @param startTime `HH:MM`. */
export function timesOf(rows: readonly ProgrammeRow[], startTime: string | null): readonly TimedRow[] {
  let at = 0
  return rows.map((row) => {
    const from = at
    at += row.minutes
    return startTime === null
      ? { ...row, from, until: at }
      : { ...row, from: clockAfter(startTime, from), until: clockAfter(startTime, at) }
  })
}

export function sumOf(rows: readonly ProgrammeRow[]): number {
  return rows.reduce((sum, { minutes }) => sum + minutes, 0)
}

function clockAfter(startTime: string, minutes: number): string {
  const [hours = 0, rest = 0] = startTime.split(':').map(Number)
  const total = (hours * 60 + rest + minutes) % 1_440
  return [Math.floor(total / 60), total % 60].map((n) => String(n).padStart(2, '0')).join(':')
}

/** Minutes of the beginning and the end of a lesson that is long enough for them. */
const WELCOME = 5
const CLOSING = 10
const WITH_PARTS_FROM = 30

/**
 * What a programme begins with when nobody has written one: the duration of the offer, in three parts where it is long
 * enough. @param middle what the pupils do, from the offer.
 */
export function firstProgramme(
  durationMinutes: number | null,
  words: { readonly welcome: string; readonly middle: string; readonly closing: string },
): readonly ProgrammeRow[] {
  if (durationMinutes === null || durationMinutes > PLAN_LIMITS.minutes) return []
  const middle = shortened(words.middle)
  if (durationMinutes < WITH_PARTS_FROM) return [{ minutes: durationMinutes, what: middle }]
  return [
    { minutes: WELCOME, what: words.welcome },
    { minutes: durationMinutes - WELCOME - CLOSING, what: middle },
    { minutes: CLOSING, what: words.closing },
  ]
}

/** The first sentence, or as much of it as fits. */
function shortened(text: string): string {
  const [sentence = ''] = text.trim().split(/(?<=[.!?])\s|\n/)
  return sentence.length <= PLAN_LIMITS.what ? sentence : `${sentence.slice(0, PLAN_LIMITS.what - 1)}…`
}
