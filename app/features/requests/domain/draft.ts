/** A request that is half done: the answers of its form as they were typed, of the person who began it. */
import { type RequestField, STEP_FIELDS, STEPS, type StepName, type TypedRequest } from './request-form'

/** Untouched for so long it goes. */
export const DRAFT_DAYS = 90
/** More than this nobody goes on with: the one that was touched longest ago gives way. */
export const DRAFTS_MAX = 10

/** What belongs to one opening of the form, or to somebody else than the writer. */
const NOT_KEPT = ['submissionKey', 'version', 'draft', 'contactName', 'contactEmail']

/** @returns the answers that a draft keeps; empty when nothing was answered that is worth it. */
export function keptAnswers(typed: TypedRequest): TypedRequest {
  const kept = Object.entries(typed).filter(([name, values]) => !NOT_KEPT.includes(name) && values.length > 0)
  return kept.some(([name]) => isAnswer(name)) ? Object.fromEntries(kept) : {}
}

function isAnswer(name: string): boolean {
  const fields: readonly RequestField[] = STEPS.flatMap((step): readonly RequestField[] => STEP_FIELDS[step])
  return name !== 'branch' && fields.some((field) => field === name)
}

/** @returns the step as an address names it; the first where it is none. */
export function stepNamed(name: string | null | undefined): StepName {
  return STEPS.find((step) => step === name) ?? 'what'
}
