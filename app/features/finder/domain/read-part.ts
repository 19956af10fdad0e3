/** What was read in the text, as the page shows it, and the address in which it is taken back. */
import type { Understood, UnderstoodPart } from '~search/dutch/understand'
import type { SearchQuery } from '~search/query'
import type { ReadPart } from './finder-page'
import type { FinderState } from './finder-state'
import type { From } from './place-answer'
import { countingParts, type Dropped, limits, UNDERSTOOD_RADIUS_KM } from './understood-question'

/** @returns what counts beside the reader's own choices, in the order of the text. */
export function readParts(
  question: SearchQuery,
  understood: Understood,
  { dropped, radiusKm }: { readonly dropped: Dropped; readonly radiusKm: number | null },
): readonly ReadPart[] {
  return countingParts(question, understood).map((part): ReadPart => {
    const shown = { words: part.words, dropped: dropped.has(part), limits: limits(part, understood) }
    if (part.kind !== 'place') return { ...part, ...shown }
    const { name, kind: named } = part.place
    return { ...shown, kind: 'place', name, named, radiusKm: radiusKm ?? UNDERSTOOD_RADIUS_KM }
  })
}

/** @returns the state in which these words are looked for as they stand, on page 1. */
export function withoutReading(state: FinderState, words: readonly string[]): FinderState {
  return { ...state, plain: [...new Set([...state.plain, ...words])], page: 1 }
}

/** @returns where the place in the text is: distances are measured from there; else where they were measured before. */
export function fromText(from: From | null, parts: readonly UnderstoodPart[]): From | null {
  const place = parts.find((part) => part.kind === 'place')?.place
  if (!place) return from
  const { name: label, point, municipalityCodes } = place
  return place.kind === 'place'
    ? { kind: 'place', label, point, ...inOne(municipalityCodes) }
    : { kind: 'area', area: place.kind, label, point, municipalityCodes }
}

/** Of a place the municipality that it lies in. */
const inOne = ([municipalityCode]: readonly string[]) => (municipalityCode ? { municipalityCode } : {})
