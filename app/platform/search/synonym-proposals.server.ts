/** What terms that were looked for in vain may mean, from the words of all offers: `search/dutch` fed from the index. */
import type pg from 'pg'
import { makeProposer, type VocabularyWord } from '~search/dutch/synonym-proposals'

/** @returns per term at most three meanings, likeliest first. @param terms folded, one or two words each. */
export type ProposeMeanings = (terms: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>

/** More different words than offers have; the rarest are left out. */
const WORDS_MAX = 60_000
const SHORTEST = 4
/** Offers beside whose words a term is looked at. */
const BESIDE_MAX = 60

/** Three statements; none without terms. Some hundred milliseconds: an administrator's page, nobody's search. */
export function makeSynonymProposals(pool: pg.Pool): ProposeMeanings {
  return async (terms) => {
    if (terms.length === 0) return new Map()
    const [words, documents] = await Promise.all([
      pool.query<VocabularyWord>(
        `SELECT s.word, s.documents FROM search_word s
         JOIN search_generation g ON g.index = 'offers' AND g.current = s.generation
         WHERE length(s.word) >= ${SHORTEST} ORDER BY s.documents DESC, s.word LIMIT ${WORDS_MAX}`,
      ),
      pool.query<{ documents: number }>(`SELECT documents FROM search_generation WHERE index = 'offers'`),
    ])
    const proposer = makeProposer(words.rows, documents.rows[0]?.documents ?? 0)
    const stems = terms.map((term) => proposer.knownStems(term))
    const beside = await textsBeside(pool, stems)
    return new Map(terms.map((term, i) => [term, proposer.propose(term, beside[i] ?? [])]))
  }
}

/** @returns per list of stems the titles and topics of offers that have one of them. */
async function textsBeside(
  pool: pg.Pool,
  lists: readonly (readonly string[])[],
): Promise<readonly (readonly string[])[]> {
  // Stems are letters and digits only; the empty question finds nothing.
  const questions = lists.map((stems) => stems.map((stem) => `'${stem}'`).join(' | '))
  const { rows } = await pool.query<{ texts: readonly string[] }>(
    `SELECT ARRAY(
       SELECT (d.document->>'title') || ' ' || coalesce(
         (SELECT string_agg(label, ' ') FROM jsonb_array_elements_text(d.document->'topicLabels') AS label), '')
       FROM search_document d JOIN search_generation g ON g.index = 'offers' AND g.current = d.generation
       WHERE q.question <> '' AND d.tsv @@ q.question::tsquery ORDER BY d.id LIMIT ${BESIDE_MAX}
     ) AS texts
     FROM unnest($1::text[]) WITH ORDINALITY AS q(question, at) ORDER BY q.at`,
    [questions],
  )
  return rows.map(({ texts }) => texts)
}
