/**
 * `npm run bench:matching -- [--sizes 500,5000,20000,50000] [--repeats 5] [--highs-up-to 5000] [--python python3]`: times the
 * clearing engine with its exact lexicographic objective, with and without dates, beside OR-tools' C++ min-cost flow (where
 * that Python has `ortools`) and HiGHS (WebAssembly, interior point), and checks that all find the same optimum and that
 * ours is proven. One JSON line per case. Each case runs in a process of its own: `mb` is the most memory that it had.
 *
 * `ms` is the best wall time of the repeats; ratios are of the best processor times, ours to theirs: on a machine with
 * neighbours wall times measure the neighbours.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { certify } from '~/matching/clearing/certificate'
import { type Packed, unservedCost } from '~/matching/clearing/instance'
import { solve } from '~/matching/clearing/solve'
import { instanceOf, withDates } from './matching/generator'
import { byHighs, byOrtools, hasOrtools, type Timed } from './matching/rivals'

const SEED = 42
const CANDIDATES = 30
const SCARCITY = 0.85
const DATES_SEED = 7

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '500,5000,20000,50000' },
    repeats: { type: 'string', default: '5' },
    'highs-up-to': { type: 'string', default: '5000' },
    python: { type: 'string', default: 'python3' },
    /** For the processes that this one starts: "5000" or "5000 dates". */
    case: { type: 'string' },
  },
})
const repeats = Number(options.repeats)

function caseOf(requests: number, dates: boolean): Packed {
  const plain = instanceOf({
    requests,
    offers: Math.max(Math.min(4 * requests, 20_000), requests),
    perRequest: CANDIDATES,
    scarcity: SCARCITY,
    seed: SEED,
  })
  return dates ? withDates(plain, DATES_SEED) : plain
}

/** The whole objective as one sum, exact however large. */
function sumOf(packed: Packed, offerOf: Int32Array, costSum: number): bigint {
  let sum = BigInt(costSum)
  offerOf.forEach((offer, row) => {
    if (offer === -1) sum += BigInt(unservedCost(packed.rowCount, packed.priority[row] as number))
  })
  return sum
}

type Ours = {
  readonly ms: number
  readonly cpu: number
  readonly mb: number
  readonly objective: string
  readonly served: number
}

function runCase(requests: number, dates: boolean): Ours {
  const packed = caseOf(requests, dates)
  let [ms, cpu] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let found: Pick<Ours, 'objective' | 'served'> = { objective: '', served: 0 }
  for (let i = 0; i < repeats; i++) {
    const before = process.cpuUsage()
    const from = performance.now()
    const solution = solve(packed)
    ms = Math.min(ms, performance.now() - from)
    const { user, system } = process.cpuUsage(before)
    cpu = Math.min(cpu, (user + system) / 1e6)
    const { served, costSum } = certify(packed, solution)
    found = { served, objective: String(sumOf(packed, solution.offerOf, costSum)) }
  }
  return { ms, cpu, mb: process.resourceUsage().maxRSS / 1024, ...found }
}

function inItsOwnProcess(name: string): Ours {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), '--case', name, '--repeats', options.repeats],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Ours
}

function ratio(ours: Ours, theirs: Timed | null, who: string): number | null {
  if (!theirs) return null
  if (String(theirs.objective) !== ours.objective)
    throw new Error(`${who} finds ${theirs.objective}, we find ${ours.objective}`)
  return Number((ours.cpu / theirs.cpu).toPrecision(3))
}

async function bench(): Promise<void> {
  const python = hasOrtools(options.python) ? options.python : null
  for (const n of options.sizes.split(',').map(Number)) {
    for (const dates of [false, true]) {
      const ours = inItsOwnProcess(dates ? `${n} dates` : String(n))
      const packed = caseOf(n, dates)
      const ortools = python ? byOrtools(python, packed, Math.min(3, repeats)) : null
      const highs = n <= Number(options['highs-up-to']) && !dates ? await byHighs(packed) : null
      const line = {
        bench: 'clearing',
        n,
        dates,
        ms: Math.round(ours.ms),
        mb: Math.round(ours.mb),
        ratioOrtools: ratio(ours, ortools, 'OR-tools'),
        ratioHighs: ratio(ours, highs, 'HiGHS'),
        cpuMs: Math.round(1000 * ours.cpu),
        served: ours.served,
        objective: ours.objective,
      }
      process.stdout.write(`${JSON.stringify(line)}\n`)
    }
  }
}

if (options.case === undefined) await bench()
else {
  const [requests, dates] = options.case.split(' ')
  process.stdout.write(JSON.stringify(runCase(Number(requests), dates === 'dates')))
}
