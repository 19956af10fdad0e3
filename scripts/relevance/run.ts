/**
 * `npm run relevance -- --engine postgres|meilisearch [--offers FILE --companies FILE --queries FILE]
 * [--requests FILE --request-grades FILE] [--each]`: loads offers into a scratch database and index, asks the judged
 * questions, and prints one JSON line per set. Without files it takes the demo content and the development sets.
 */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { askAll, type JudgedQuery, type Scored, summaryOf } from '~search/relevance/measure-queries'
import type { DemoCompany, DemoOffer } from '../../prisma/seed/steps/demo-content'
import { findMeilisearch } from '../test/meilisearch.mjs'
import { type EngineSettings, loadSet } from './load-set'
import { type JudgedRequest, type RequestLine, rankRequests } from './rank-requests'

const ROOT = path.resolve(import.meta.dirname, '../..')
const DEMO = path.join(ROOT, 'prisma/seed/data/demo')
const JUDGED = path.join(ROOT, 'search/relevance')
const ENGINES = ['postgres', 'meilisearch'] as const

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'postgres' },
    offers: { type: 'string' },
    companies: { type: 'string' },
    queries: { type: 'string' },
    requests: { type: 'string' },
    'request-grades': { type: 'string' },
    each: { type: 'boolean', default: false },
  },
})

/** A path is meant from where the command was typed; npm goes to the folder of package.json first. */
function linesOf<T>(given: string | undefined, otherwise: string): readonly T[] {
  const places = [process.env.INIT_CWD ?? process.cwd(), ROOT].map((folder) =>
    path.resolve(folder, given ?? ''),
  )
  const file = given === undefined ? otherwise : (places.find((place) => fs.existsSync(place)) ?? given)
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

function showEach(
  scored: readonly { id: string; ndcg: number; refs: readonly string[]; grades: Scored['grades'] }[],
  word: (i: number) => string,
) {
  for (const [i, { id, ndcg, refs, grades }] of scored.entries())
    console.error(
      [
        id,
        ndcg.toFixed(3),
        word(i),
        refs
          .slice(0, 10)
          .map((ref) => `${ref}:${grades[ref] ?? 0}`)
          .join(' '),
      ].join(' | '),
    )
}

function accessOf(env: Readonly<Record<string, string | undefined>>): EngineSettings {
  const { MEILI_URL, MEILI_SEARCH_KEY, MEILI_WRITE_KEY, MEILI_MASTER_KEY } = env
  return { MEILI_URL, MEILI_SEARCH_KEY, MEILI_WRITE_KEY, MEILI_MASTER_KEY }
}

async function main(): Promise<void> {
  const engine = ENGINES.find((name) => name === options.engine)
  if (!engine) throw new Error(`--engine ${options.engine}: ${ENGINES.join(' or ')}`)
  if ((options.requests === undefined) !== (options['request-grades'] === undefined))
    throw new Error('--requests and --request-grades go together')
  // Without any file the development sets are measured, requests included.
  const nothingGiven = [options.offers, options.companies, options.queries].every(
    (file) => file === undefined,
  )
  const queries = linesOf<JudgedQuery>(options.queries, path.join(JUDGED, 'dev-queries.jsonl'))
  const offers = linesOf<DemoOffer>(options.offers, path.join(DEMO, 'offers.jsonl'))
  const companies = linesOf<DemoCompany>(options.companies, path.join(DEMO, 'companies.jsonl'))

  const meilisearch = engine === 'meilisearch' ? await findMeilisearch(console.error) : undefined
  try {
    const settings = meilisearch ? accessOf({ ...process.env, ...meilisearch.env }) : {}
    if (meilisearch && !settings.MEILI_URL)
      throw new Error('No Meilisearch: set MEILI_URL, or put its program meilisearch on the PATH.')
    const set = await loadSet({ offers, companies }, settings)
    try {
      const scored = await askAll(set.search, queries, set.refOf)
      if (options.each)
        showEach(
          scored,
          (i) => `${scored[i]?.query} (${scored[i]?.found}${scored[i]?.almost ? ' almost' : ''})`,
        )
      console.log(JSON.stringify(summaryOf(set.search.engine, scored)))
      if (options.requests !== undefined || nothingGiven) {
        const requests = linesOf<RequestLine>(options.requests, path.join(DEMO, 'requests.jsonl'))
        const judged = linesOf<JudgedRequest>(
          options['request-grades'],
          path.join(JUDGED, 'dev-requests.jsonl'),
        )
        const { summary, each } = await rankRequests(set, requests, judged)
        if (options.each) showEach(each, (i) => each[i]?.title ?? '')
        console.log(JSON.stringify(summary))
      }
    } finally {
      await set.close()
    }
  } finally {
    await meilisearch?.stop()
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
