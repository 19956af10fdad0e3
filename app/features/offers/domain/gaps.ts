/** What a draft may lack and a published offer may not: without it a teacher cannot say yes or no. */
import { hasCapacity } from '~/kernel/education'
import type { OfferContent } from './offer'

export const GAPS = [
  'summary',
  'description',
  'topics',
  'years',
  'duration',
  'languages',
  'sessions',
  'material',
] as const
export type Gap = (typeof GAPS)[number]

/** The part of an offer that is looked at. */
type Judged = Pick<
  OfferContent,
  | 'kind'
  | 'location'
  | 'summary'
  | 'description'
  | 'topicIds'
  | 'levels'
  | 'durationMinutes'
  | 'languages'
  | 'sessionsPerYear'
  | 'materialUrl'
>

/**
 * @param more `hasFiles`: there is a file to take, which does for the address of material as well.
 * @returns what is missing before schools may see it, in the order of the form; empty when it is complete.
 */
export function gapsForPublication(
  content: Judged,
  { hasFiles = false }: { readonly hasFiles?: boolean } = {},
): readonly Gap[] {
  const missing: Readonly<Record<Gap, boolean>> = {
    summary: content.summary === '',
    description: content.description === '',
    topics: content.topicIds.length === 0,
    years: content.levels.length === 0,
    duration: content.location !== 'download' && content.durationMinutes === null,
    languages: content.languages.length === 0,
    // Capacity is never implied: who takes visitors says how many.
    sessions: hasCapacity(content) && content.sessionsPerYear === null,
    material: content.location === 'download' && content.materialUrl === null && !hasFiles,
  }
  return GAPS.filter((gap) => missing[gap])
}
