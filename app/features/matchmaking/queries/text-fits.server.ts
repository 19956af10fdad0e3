/**
 * How well the words of the published offers fit those of requests: the one number of the ranking that is not in the
 * columns. Everything that ranks asks here, so that a pair has the same score on a request's page, in a company's inbox, on
 * the coordinator's list and in a round. What was read of an offer is kept for as long as its text stands.
 */
import type { Db, Tx } from '~/platform/db/client.server'
import type { GivenSynonym } from '~search/dutch/synonyms'
import type { Synonyms } from '~search/query'
import type { FitsOf, Words } from '../domain/text-fits'

type OfferText = { readonly title: string; readonly summary: string; readonly description: string }

/** One statement while no offer changed; else three, the texts only of those that did. Synonyms come with the first. */
export type TextFits = (db: Pick<Db | Tx, '$queryRaw'>) => Promise<FitsOf>

/** `search/dutch/text-fit.ts`, handed over. */
export type WordReader<Terms> = {
  termsOfOffer(text: OfferText): Terms
  indexTerms(
    given: readonly Terms[],
  ): (asked: Words, synonyms: Synonyms) => readonly { readonly place: number; readonly fit: number }[]
  synonymTable(given: readonly GivenSynonym[]): Synonyms
}

type Stamp = { readonly id: string; readonly stamp: string }

/** Keeps the words of all published offers in memory: some 3 KB each. */
export function makeTextFits<Terms>(reader: WordReader<Terms>): TextFits {
  const { termsOfOffer, indexTerms } = reader
  let read: ReadonlyMap<string, { readonly stamp: string; readonly terms: Terms }> = new Map()
  let kept: { readonly mark: string; readonly fitsOf: FitsOf } | null = null
  return async (db) => {
    const { mark, given } = await markOf(db)
    if (kept?.mark === mark) return kept.fitsOf
    const synonyms = reader.synonymTable(given)
    const stamps = await stampsOf(db)
    const before = read
    const changed = stamps.filter(({ id, stamp }) => before.get(id)?.stamp !== stamp)
    const texts = await textsOf(
      db,
      changed.map(({ id }) => id),
    )
    const all = stamps.flatMap(({ id, stamp }) => {
      const text = texts.get(id)
      const terms = text ? termsOfOffer(text) : before.get(id)?.terms
      return terms === undefined ? [] : [{ id, stamp, terms }]
    })
    read = new Map(all.map(({ id, ...rest }) => [id, rest]))
    const fits = indexTerms(all.map(({ terms }) => terms))
    const fitsOf: FitsOf = (asked) =>
      new Map(fits(asked, synonyms).map(({ place, fit }) => [all[place]?.id ?? '', fit]))
    kept = { mark, fitsOf }
    return fitsOf
  }
}

/** What the fits depend on, in few letters: every published text, and what administrators gave as synonyms. */
async function markOf(
  db: Pick<Db | Tx, '$queryRaw'>,
): Promise<{ readonly mark: string; readonly given: readonly GivenSynonym[] }> {
  const [row] = await db.$queryRaw<{ mark: string; given: GivenSynonym[] | null }[]>`
    SELECT coalesce(md5(string_agg(o.id::text || o.version || extract(epoch FROM o.updated_at), ',' ORDER BY o.id)), '') AS mark,
      (SELECT json_agg(json_build_object('term', s.term, 'means', s.means, 'bothWays', s.both_ways) ORDER BY s.term)
        FROM search_synonym s WHERE s.state = 'active') AS given
    FROM offer o JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
    WHERE o.state = 'published'`
  const given = row?.given ?? []
  return { mark: `${row?.mark ?? ''} ${JSON.stringify(given)}`, given }
}

function stampsOf(db: Pick<Db | Tx, '$queryRaw'>): Promise<readonly Stamp[]> {
  return db.$queryRaw<Stamp[]>`
    SELECT o.id, o.version || ' ' || extract(epoch FROM o.updated_at) AS stamp
    FROM offer o JOIN organisation g ON g.id = o.organisation_id AND g.verification = 'verified'
    WHERE o.state = 'published' ORDER BY o.id`
}

async function textsOf(
  db: Pick<Db | Tx, '$queryRaw'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OfferText>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<(OfferText & { readonly id: string })[]>`
    SELECT id, title, summary, description FROM offer WHERE id = ANY(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
