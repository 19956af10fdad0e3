/** The steps in which an offer is written: each has an address of its own and is saved by itself. */
import type { Gap } from './gaps'

/** The steps with fields; pictures and files, and the last look, are pages of their own. */
export const FIELD_STEPS = ['what', 'who', 'where', 'practical'] as const
export type FieldStep = (typeof FIELD_STEPS)[number]

export const OFFER_STEPS = [...FIELD_STEPS, 'media', 'publish'] as const
export type OfferStep = (typeof OFFER_STEPS)[number]

/** In the order of the page. */
export const STEP_FIELDS = {
  what: ['kind', 'title', 'summary', 'goal', 'description', 'preparation', 'followUp'],
  who: ['topics', 'mainTopic', 'years', 'tracks', 'profiles', 'subjects', 'goals', 'networks', 'girlsFocus'],
  where: [
    'location',
    'reach',
    'travelRadiusKm',
    'regions',
    'municipalities',
    'branch',
    'postcode',
    'materialUrl',
    'accessNotes',
  ],
  practical: [
    'groupSizeMax',
    'durationMinutes',
    'sessionsPerYear',
    'weekdays',
    'cost',
    'languages',
    'programme',
    'contactName',
    'contactEmail',
  ],
} as const satisfies Readonly<Record<FieldStep, readonly string[]>>

/** Where each gap is mended. */
export const STEP_OF_GAP: Readonly<Record<Gap, FieldStep>> = {
  summary: 'what',
  description: 'what',
  topics: 'who',
  years: 'who',
  duration: 'practical',
  languages: 'practical',
  sessions: 'practical',
  material: 'where',
}

export function isFieldStep(word: string | undefined): word is FieldStep {
  return FIELD_STEPS.some((step) => step === word)
}

/** @returns the step after it; the last one has none. */
export function nextStep(step: OfferStep): OfferStep {
  return OFFER_STEPS[OFFER_STEPS.indexOf(step) + 1] ?? 'publish'
}

/** @returns how many gaps each step still has. */
export function gapsByStep(gaps: readonly Gap[]): Readonly<Record<OfferStep, number>> {
  const count = (step: OfferStep) => gaps.filter((gap) => STEP_OF_GAP[gap] === step).length
  return Object.fromEntries(OFFER_STEPS.map((step) => [step, count(step)])) as Record<OfferStep, number>
}
