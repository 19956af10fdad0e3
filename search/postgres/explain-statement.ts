/** The statement that takes the relevance of a few hits apart: the same candidates, counts and weights as the search itself. */
import { EXPLAINED_FIELDS } from '../explanation'
import type { SearchQuery } from '../query'
import { matchedOf } from './candidates'
import { columnsIn, kmOf, nearnessSql, type Statement, withoutNul } from './search-statement'
import { type TextQuestion, waysOf } from './text-question'

/** Labels of title, topics, summary and body in the vector, in the order of `EXPLAINED_FIELDS`. */
const LABELS = "ARRAY['a', 'b', 'c', 'd']"

/**
 * Answers one row `hit` for each of the ids that the text finds: every part of its score, and per word the numbers of its
 * ways of writing (`waysOf`) that stand there, with their fields.
 */
export function explainStatement(
  query: SearchQuery,
  text: TextQuestion | null,
  ids: readonly string[],
): Statement {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(withoutNul(value))}`
  const { parts, relevance, ...matched } = matchedOf(text, bind)
  const nearness = query.near ? nearnessSql('m.km') : '1'
  const words = parts.words.map(({ rarity, rank }, i) => {
    const word = text?.words[i]
    const ways = bind(word ? waysOf(word).map(({ tsquery }) => tsquery) : [])
    return object({
      rarity,
      rank,
      firm: `(SELECT firm${i} FROM typed)`,
      found: `(SELECT coalesce(json_agg(json_build_object('way', w.way, 'fields', w.fields) ORDER BY w.way), '[]') FROM (
        SELECT q.way, ARRAY(SELECT f.at - 1 FROM unnest(${LABELS}) WITH ORDINALITY AS f(label, at)
          WHERE ts_filter(x.tsv, ARRAY[f.label]::"char"[]) @@ q.tsquery::tsquery ORDER BY f.at) AS fields
        FROM unnest(${ways}::text[]) WITH ORDINALITY AS q(tsquery, way) WHERE x.tsv @@ q.tsquery::tsquery) w)`,
    })
  })
  const hit = object({
    id: 'd.id',
    score: `${relevance} * ${nearness}`,
    words: `json_build_array(${words.join(', ')})`,
    share: parts.share,
    hint: parts.hint,
    factors: object({
      level: parts.level,
      kind: parts.kind,
      girls: parts.girls,
      quality: text ? 'd.quality' : '1',
      nearness,
    }),
    signals: "x.document -> 'signals'",
    distanceKm: 'm.km',
    floor: parts.floor
      ? object({ best: parts.floor.best, least: parts.floor.least, isAlmost: matched.almost })
      : 'NULL::json',
  })
  const found = `SELECT ${hit} AS hit
    FROM ${matched.from} CROSS JOIN LATERAL (SELECT ${kmOf(query, bind)} AS km) m
      JOIN search_document x ON x.generation = (SELECT current FROM generation) AND x.id = d.id
    WHERE ${[...matched.wheres, `d.id = ANY(${bind(ids)}::uuid[])`].map((where) => `(${where})`).join(' AND ')}`
  const sql = `WITH generation AS (SELECT current, documents FROM search_generation WHERE index = 'offers')
    ${matched.with(columnsIn(found))}
    ${found}`
  return { sql, values }
}

function object(members: Readonly<Record<string, string>>): string {
  return `json_build_object(${Object.entries(members)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(', ')})`
}

export const fieldAt = (at: number) => EXPLAINED_FIELDS[at]
