/**
 * The documents that have anything of a text, read once: each vector is unpacked a single time, and what it says of every word
 * (has it, how well) is kept beside it. How rare a word is, how much of the question a document has and how well it fits
 * come out of these rows, without going back to the table.
 */
import { LEAST_SHARE, NOT_FOR_GIRLS, OTHER_KIND, OTHER_LEVEL, SHARE_OF_BEST } from '../text-question'
import type { TextQuestion } from './text-question'

/** Weights of body, summary, topics, title in `ts_rank`. */
const WEIGHTS = '{0.08, 0.35, 0.6, 1.0}'
/** A word that is found by another spelling or a synonym counts this much. */
const WIDER = 0.6
/** What a word of a kind adds where the text has it, at most: `ts_rank` is below 1. */
const HINT = 1

type Bind = (value: unknown) => string

export type Matched = {
  /** CTEs before `found`, each with a comma in front. @param columns of `search_document` that the rest of the statement reads. */
  readonly with: (columns: readonly string[]) => string
  /** Where `d` comes from, and what stands beside it. */
  readonly from: string
  readonly wheres: readonly string[]
  readonly relevance: string
  /** Whether nothing comes up to the relevance floor. */
  readonly almost: string
  /** What the relevance is made of, one by one; together as `scoreOf` in explanation.ts. */
  readonly parts: RelevanceParts
}

export type RelevanceParts = {
  /** Per word. */
  readonly words: readonly { readonly rarity: string; readonly rank: string }[]
  readonly share: string
  readonly hint: string
  readonly level: string
  readonly kind: string
  readonly girls: string
  /** The best share of all documents, and the least that a hit has; `null` without words. */
  readonly floor: { readonly best: string; readonly least: string } | null
}

const TABLE = 'generation g, search_document d'
const OF_GENERATION = 'd.generation = g.current'

/** Every document; a text of levels and kinds alone is a choice among them. */
function everyDocument(wheres: readonly string[], hint: string | null): Matched {
  return {
    with: () => '',
    from: TABLE,
    wheres: [OF_GENERATION, ...wheres],
    relevance: hint === null ? '1::float8' : `(d.quality * (1 + ${hint}))::float8`,
    almost: 'false',
    parts: { words: [], share: '1', hint: hint ?? '0', level: '1', kind: '1', girls: '1', floor: null },
  }
}

export function matchedOf(text: TextQuestion | null, bind: Bind): Matched {
  if (!text) return everyDocument([], null)
  const levels = text.levelKeys.length > 0 ? `d.level_keys && ${bind(text.levelKeys)}::text[]` : 'true'
  const kinds = text.kinds.length > 0 ? `d.kind = ANY(${bind(text.kinds)}::text[])` : 'true'
  const hinted = text.hints === '' ? null : bind(text.hints)
  const hint = (tsv: string) =>
    hinted === null ? '0' : `${HINT} * ts_rank('${WEIGHTS}', ${tsv}, ${hinted}::tsquery)`
  // Only a level or a kind is typed: then it is what is asked, not a preference.
  if (text.groups.length === 0) return everyDocument([levels, kinds], hint('d.tsv'))
  const at = text.groups.map((_, i) => i)
  const each = (part: (i: number) => string) => at.map(part)
  const sum = (part: (i: number) => string) => each(part).join(' + ')
  // Of one word every candidate has it.
  const hasOf = (i: number) => (text.groups.length === 1 ? 'true' : `v.tsv @@ t.any${i}`)
  const share = `(${sum((i) => `(CASE WHEN d.has${i} THEN s.rarity${i} ELSE 0 END)`)}) / s.rarity`
  const firmShare = `(${sum((i) => `(CASE WHEN d.has${i} AND t.firm${i} THEN s.rarity${i} ELSE 0 END)`)}) / s.rarity`
  const rank = `(${sum((i) => `s.rarity${i} * d.rank${i}`)})`
  const least = `greatest(CASE WHEN f.almost THEN 0 ELSE ${LEAST_SHARE} END, ${SHARE_OF_BEST} * f.best)`
  const level = `(CASE WHEN ${levels} THEN 1 ELSE ${OTHER_LEVEL} END)`
  const kind = `(CASE WHEN ${kinds} THEN 1 ELSE ${OTHER_KIND} END)`
  const girls = `(CASE WHEN ${text.girls ? 'd.girls_focus' : 'true'} THEN 1 ELSE ${NOT_FOR_GIRLS} END)`
  return {
    with: (columns) => `, typed AS MATERIALIZED (${typedOf(text, bind)}),
    candidates AS MATERIALIZED (
      SELECT ${[
        ...columns.map((column) => `d.${column}`),
        ...each((i) => `${hasOf(i)} AS has${i}`),
        ...each((i) => `CASE WHEN ${hasOf(i)} THEN ${rankOf(i)} ELSE 0 END AS rank${i}`),
        `${hint('v.tsv')} AS hint`,
      ].join(', ')}
      FROM generation g CROSS JOIN typed t CROSS JOIN search_document d
        -- An empty vector more, so that this one is unpacked here and nowhere else.
        CROSS JOIN LATERAL (SELECT d.tsv || ''::tsvector AS tsv OFFSET 0) v
      WHERE ${OF_GENERATION} AND d.tsv @@ (SELECT ${each((i) => `any${i}`).join(' || ')} FROM typed)
    ), counted AS MATERIALIZED (
      SELECT ${each((i) => `count(*) FILTER (WHERE has${i}) AS having${i}`).join(', ')} FROM candidates
    ), rarities AS MATERIALIZED (
      SELECT ${each((i) => `ln(1 + g.documents::float8 / (0.5 + c.having${i})) AS rarity${i}`).join(', ')}
      FROM counted c, generation g
    ), stats AS MATERIALIZED (SELECT r.*, ${sum((i) => `r.rarity${i}`)} AS rarity FROM rarities r),
    floor AS MATERIALIZED (
      SELECT max(${share}) AS best, coalesce(max(${firmShare}), 0) < ${LEAST_SHARE} AS almost
      FROM candidates d, stats s, typed t
    )`,
    from: 'candidates d CROSS JOIN stats s CROSS JOIN floor f',
    almost: '(SELECT almost FROM floor)',
    wheres: [`${share} >= ${least}`],
    relevance: `(d.quality * (${rank} * ${share} + d.hint) * ${level} * ${kind} * ${girls})::float8`,
    parts: {
      words: at.map((i) => ({ rarity: `s.rarity${i}`, rank: `d.rank${i}` })),
      share,
      hint: 'd.hint',
      level,
      kind,
      girls,
      floor: { best: 'f.best', least },
    },
  }
}

const rankOf = (i: number) =>
  `ts_rank('${WEIGHTS}', v.tsv, t.exact${i}) + ${WIDER} * ts_rank('${WEIGHTS}', v.tsv, t.wider${i})`

/** One row. Parts of a compound stand in for a word that no document has in any other way: then it is not `firm`. */
function typedOf({ groups }: TextQuestion, bind: Bind): string {
  const words = groups.map(({ exact, wider, loose }, i) => {
    const [e, w] = [`${bind(exact)}::tsquery`, `${bind(wider)}::tsquery`]
    const firm =
      loose === ''
        ? 'true'
        : `EXISTS (SELECT FROM ${TABLE} WHERE ${OF_GENERATION} AND d.tsv @@ (${e} || ${w}))`
    const other = loose === '' ? w : `CASE WHEN x.firm${i} THEN ${w} ELSE ${bind(loose)}::tsquery END`
    return { firm: `${firm} AS firm${i}`, other: `${other} AS wider${i}`, exact: `${e} AS exact${i}` }
  })
  const i = groups.map((_, at) => at)
  return `SELECT y.*, ${i.map((at) => `y.exact${at} || y.wider${at} AS any${at}`).join(', ')} FROM (
      SELECT ${i.map((at) => `x.firm${at}`).join(', ')}, ${words.map(({ exact, other }) => `${exact}, ${other}`).join(', ')}
      FROM (SELECT ${words.map(({ firm }) => firm).join(', ')}) x OFFSET 0
    ) y`
}
