/**
 * `npm run bench:load -- [--rows 5000] [--runs 3]`: how long a company waits for a table, from the file to the offers, and how
 * many times that is the plain insertion of the same rows in the same run. One JSON line per run; times in milliseconds.
 * It makes a database of its own on the embedded server and takes it away.
 */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { SYSTEM } from '~/authorisation/actor'
import { checkLoad } from '~/features/loads/use-cases/check-load.server'
import { receiveLoad } from '~/features/loads/use-cases/receive-load.server'
import { startLoad } from '~/features/loads/use-cases/start-load.server'
import { workLoad } from '~/features/loads/use-cases/work-load.server'
import type { OrganisationId } from '~/kernel/ids'
import { migrate } from '~/platform/db/migrations.server'
import { parseEnv } from '~/platform/env/env.server'
import { installWorkerSchema } from '~/platform/jobs/worker.server'
import { makeLog } from '~/platform/log/log.server'
import { makeWiring, type Wiring } from '~/wiring.server'
import { seedGeography } from '../../prisma/seed/steps/geography'
import { seedVocabularies } from '../../prisma/seed/steps/vocabularies'
import { startScratchPostgres } from '../lib/scratch-postgres'

const { values: options } = parseArgs({
  options: { rows: { type: 'string', default: '5000' }, runs: { type: 'string', default: '3' } },
})
const ROWS = Number(options.rows)

const HEADS =
  'Eigen nummer;Soort;Titel;In het kort;Wat leerlingen doen;Onderwerpen;Klassen en groepen;Waar;Duur in minuten;Groepen per schooljaar;Prijs in euro;Postcode'
const row = (i: number, word: string) =>
  `N-${i};gastles;Robots ${word} ${i};Leerlingen sturen een robot.;Kijken, programmeren en rijden.;Robots bouwen en besturen;vmbo 3-4, havo 3;op school;90;8;12,50;7607`
const table = (word: string) =>
  new TextEncoder().encode([HEADS, ...Array.from({ length: ROWS }, (_, i) => row(i, word))].join('\r\n'))

async function measure(wiring: Wiring, organisationId: OrganisationId, word: string) {
  const times: Record<string, number> = {}
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now()
    const result = await work()
    times[name] = Math.round(performance.now() - startedAt)
    return result
  }
  const input = { organisationId, fileName: 'bench.csv', bytes: table(word) }
  const id = await timed('read', () => receiveLoad(wiring, SYSTEM, input))
  const { mapping } = await wiring.db.offerLoad.findUniqueOrThrow({ where: { id } })
  await timed('check', () => checkLoad(wiring, SYSTEM, { id, mapping: mapping as Record<string, number> }))
  await startLoad(wiring, SYSTEM, { id, publish: true, onlyGood: false })
  const worked = await timed('work', () => workLoad(wiring, id))
  if (worked !== ROWS) throw new Error(`${worked} of ${ROWS} rows had their turn`)
  return times
}

/** The reference: the same offers, written by one statement, with nothing asked or told. */
async function insertPlainly({ db }: Wiring, organisationId: OrganisationId): Promise<number> {
  const offers = await db.offer.findMany({ where: { organisationId } })
  await db.capacitySlot.deleteMany({ where: { offer: { organisationId } } })
  await db.offer.deleteMany({ where: { organisationId } })
  const startedAt = performance.now()
  await db.offer.createMany({
    data: offers.map((offer) => ({ ...offer, id: randomUUID(), levels: offer.levels as object[] })),
  })
  return Math.round(performance.now() - startedAt)
}

async function makeCompany({ db }: Wiring): Promise<OrganisationId> {
  const id = randomUUID()
  await db.organisation.create({
    data: {
      id,
      name: 'Bench',
      slug: `bench-${id}`,
      about: 'Meet.',
      postcode: '7607',
      placeName: 'Almelo',
      municipalityCode: 'GM0141',
      lat: 52.3567,
      lng: 6.6625,
      topicIds: [],
      topSectorIds: [],
      networkIds: [],
      verification: 'verified',
    },
  })
  return id as OrganisationId
}

const postgres = await startScratchPostgres()
const env = parseEnv({
  APP_ENV: 'test',
  DATABASE_URL: postgres.url,
  ORIGIN: 'http://127.0.0.1',
  SECRET: 'a secret of a measurement, long enough to be one',
})
const wiring = makeWiring(env, { log: makeLog('silent', 'bench') })
await migrate(postgres.url, path.resolve(import.meta.dirname, '../../prisma/migrations'))
await installWorkerSchema(postgres.url)
await seedGeography(wiring.db)
await seedVocabularies(wiring.db)
for (let run = 1; run <= Number(options.runs); run++) {
  const organisationId = await makeCompany(wiring)
  const fresh = await measure(wiring, organisationId, 'bouwen')
  const changed = await measure(wiring, organisationId, 'besturen')
  const plain = await insertPlainly(wiring, organisationId)
  const sum = (times: Record<string, number>) => Object.values(times).reduce((a, b) => a + b, 0)
  const line = {
    rows: ROWS,
    run,
    new: { ...fresh, all: sum(fresh) },
    changed: { ...changed, all: sum(changed) },
    plainInsert: plain,
    ratio: Number((sum(fresh) / plain).toFixed(1)),
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
await wiring.close()
postgres.stop()
