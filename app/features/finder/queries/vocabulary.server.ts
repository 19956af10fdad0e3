/** The vocabularies of the filters. One statement; names of companies one more. */
import type { WordField } from '~/features/finder/domain/finder-address'
import type { Vocabulary, Word } from '~/features/finder/domain/finder-words'
import type { CalendarDate } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'

type Row = Word & { readonly field: WordField }

/** @param today words that were taken out of use before it are left out. */
export async function finderVocabulary(
  db: Pick<Db, '$queryRaw'>,
  today: CalendarDate,
): Promise<Omit<Vocabulary, 'organisation'>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT vocabulary::text AS field, id, nl, en, position AS at FROM vocabulary_term
    WHERE vocabulary IN ('subject', 'network')
    UNION ALL
    SELECT 'goal', id, substring(code FROM '[0-9]+') || ' ' || label, NULL, substring(code FROM '[0-9]+')::int
    FROM curriculum_goal WHERE valid_until IS NULL OR valid_until >= ${today}::date
    UNION ALL
    SELECT 'region', id, name, NULL, row_number() OVER (ORDER BY name COLLATE "nl-x-icu")::int
    FROM region WHERE valid_until IS NULL OR valid_until >= ${today}::date
    ORDER BY at, id`
  const of = (wanted: WordField) =>
    rows.filter(({ field }) => field === wanted).map(({ id, nl, en }) => ({ id, nl, en }))
  return { subject: of('subject'), goal: of('goal'), network: of('network'), region: of('region') }
}

/** @param slugs as in the address of a company. @returns those that exist and are verified, by name. */
export async function organisationNames(
  db: Pick<Db, '$queryRaw'>,
  slugs: readonly string[],
): Promise<readonly Word[]> {
  if (slugs.length === 0) return []
  return db.$queryRaw<Word[]>`
    SELECT slug AS id, name AS nl, NULL AS en FROM organisation
    WHERE slug = ANY(${[...slugs]}) AND verification = 'verified' ORDER BY name COLLATE "nl-x-icu"`
}
