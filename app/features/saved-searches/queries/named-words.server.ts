/** The words of vocabularies that questions name, also those that are out of use by now. */
import type { WordField } from '~/features/finder/domain/finder-address'
import { type FinderState, WORD_LISTS } from '~/features/finder/domain/finder-state'
import { FACET_OF, type Vocabulary, type Word } from '~/features/finder/domain/finder-words'
import type { Db } from '~/platform/db/client.server'

/** One statement where any is named, none otherwise. */
export async function namedWords(
  db: Pick<Db, '$queryRaw'>,
  states: readonly FinderState[],
): Promise<Vocabulary> {
  const fields = Object.keys(FACET_OF) as WordField[]
  const named = (field: WordField) => states.flatMap((state) => [...state[WORD_LISTS[field]]])
  const rows = fields.every((field) => named(field).length === 0)
    ? []
    : await db.$queryRaw<(Word & { readonly field: WordField })[]>`
        SELECT vocabulary::text AS field, id, nl, en FROM vocabulary_term
        WHERE (vocabulary = 'subject' AND id = ANY(${named('subject')}))
          OR (vocabulary = 'network' AND id = ANY(${named('network')}))
        UNION ALL
        SELECT 'goal', id, substring(code FROM '[0-9]+') || ' ' || label, NULL FROM curriculum_goal
        WHERE id = ANY(${named('goal')})
        UNION ALL
        SELECT 'region', id, name, NULL FROM region WHERE id = ANY(${named('region')})
        UNION ALL
        SELECT 'organisation', slug, name, NULL FROM organisation WHERE slug = ANY(${named('organisation')})`
  const of = (wanted: WordField) =>
    rows.filter(({ field }) => field === wanted).map(({ id, nl, en }) => ({ id, nl, en }))
  return {
    subject: of('subject'),
    goal: of('goal'),
    network: of('network'),
    region: of('region'),
    organisation: of('organisation'),
  }
}
