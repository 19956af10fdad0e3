/** The words that filters are chosen from, as far as they find something. */
import type { Level } from '~/kernel/education'
import type { FacetName } from '~search/query'
import type { WordField } from './finder-address'
import { type FinderState, WORD_LISTS } from './finder-state'

/** A word of a vocabulary or the name of a company; `en` is `null` where there is only a Dutch one. */
export type Word = { readonly id: string; readonly nl: string; readonly en: string | null }
export type Vocabulary = Readonly<Record<WordField, readonly Word[]>>
export type WordChoice = Word & { readonly count: number }
export type WordChoices = Readonly<Record<WordField, readonly WordChoice[]>>

export const FACET_OF = {
  subject: 'subject',
  goal: 'curriculumGoal',
  network: 'network',
  region: 'region',
  organisation: 'organisation',
} as const satisfies Readonly<Record<WordField, FacetName>>

/** More than that nobody looks through; a company can also be typed as the question. */
export const CHOICES_SHOWN = 60

/**
 * @param counts per value of the facet, most frequent first.
 * @returns what finds something or is chosen already: a short vocabulary in its own order, a long one the most frequent
 * first. Curriculum goals only of the chosen level's sector.
 */
export function choicesOf(
  field: WordField,
  words: readonly Word[],
  counts: ReadonlyMap<string, number>,
  state: FinderState,
): readonly WordChoice[] {
  const chosen: readonly string[] = state[WORD_LISTS[field]]
  const choices = words
    .map((word) => ({ ...word, count: counts.get(word.id) ?? 0 }))
    .filter(
      ({ id, count }) => chosen.includes(id) || (count > 0 && (field !== 'goal' || isOfLevel(id, state))),
    )
  if (field === 'network') return choices
  // A stable sort: equal ones stay in the order of their vocabulary.
  return choices.sort((a, b) => b.count - a.count).slice(0, CHOICES_SHOWN)
}

/** Primary schools have goals of their own; the others share those of the lower years. */
function isOfLevel(goalId: string, { level }: FinderState): boolean {
  if (!level) return true
  const sector: 'po' | 'vo' = level.level === ('po' satisfies Level) ? 'po' : 'vo'
  return goalId.startsWith(`${sector}-`)
}
