/** What the coordinator's buttons do to the choices of a round. */
import type { RoundChoices, RoundPair } from './round-input'

export const CHOICE_MOVES = ['lock', 'unlock', 'exclude', 'include'] as const
export type ChoiceMove = (typeof CHOICE_MOVES)[number]

/**
 * `lock` and `exclude` contradict each other: the later one counts. A group has one lock at most.
 * @returns the choices after the move, for all pairs at once.
 */
export function changeChoices(
  choices: RoundChoices,
  move: ChoiceMove,
  pairs: readonly RoundPair[],
): RoundChoices {
  const isOne = (pair: RoundPair) =>
    pairs.some((p) => p.groupId === pair.groupId && p.offerId === pair.offerId)
  const isOfGroup = (pair: RoundPair) => pairs.some((p) => p.groupId === pair.groupId)
  const others = {
    locked: choices.locked.filter((pair) => !isOne(pair)),
    excluded: choices.excluded.filter((pair) => !isOne(pair)),
  }
  switch (move) {
    case 'lock':
      return { ...others, locked: [...others.locked.filter((pair) => !isOfGroup(pair)), ...pairs] }
    case 'exclude':
      return { ...others, excluded: [...others.excluded, ...pairs] }
    case 'unlock':
    case 'include':
      return others
  }
}
