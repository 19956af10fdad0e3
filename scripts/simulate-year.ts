/**
 * `npm run simulate:year -- [--seeds 1,2,3] [--scarcities 0.4,0.7,1] [--picture docs/simulation.svg]`: a national school year on
 * the real register under five policies. One JSON line per policy, scarcity (means over the seeds) and a picture. What it
 * assumes stands in `simulate-year/parameters.ts`; docs/simulation.md reports what came out.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PARAMETERS, POLICIES, type Policy } from './simulate-year/parameters'
import { pictureOf } from './simulate-year/picture'
import { playYear, type Year } from './simulate-year/play'
import { branchesOfTheRegister, type SimRequest, type World, worldOf } from './simulate-year/world'

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: PARAMETERS.seeds.join() },
    scarcities: { type: 'string', default: PARAMETERS.scarcities.join() },
    picture: { type: 'string' },
  },
})

type Figures = {
  readonly served: number
  readonly regions: readonly number[]
  readonly levels: Readonly<Record<string, number>>
  readonly medianWaitDays: number
  readonly neverHelped: number
}

const share = (all: readonly number[], served: Uint8Array) =>
  all.length === 0 ? 0 : all.reduce((sum, i) => sum + (served[i] as number), 0) / all.length

function figuresOf(
  { requests, branches, helpedBefore, regionNames }: World,
  { served, waited }: Year,
): Figures {
  const all = requests.map((_, i) => i)
  const regionOf = ({ branch }: SimRequest) => branches[branch]?.region
  const waits = [...waited].filter((weeks) => weeks >= 0).sort((a, b) => a - b)
  const asking = new Set(requests.map(({ branch }) => branch).filter((branch) => !helpedBefore[branch]))
  const reached = new Set(requests.flatMap(({ branch }, i) => (served[i] === 1 ? [branch] : [])))
  const levels = [...new Set(requests.map(({ level }) => level))].sort()
  return {
    served: share(all, served),
    regions: regionNames.map((_, region) =>
      share(
        all.filter((i) => regionOf(requests[i] as SimRequest) === region),
        served,
      ),
    ),
    levels: Object.fromEntries(
      levels.map((level) => [
        level,
        share(
          all.filter((i) => requests[i]?.level === level),
          served,
        ),
      ]),
    ),
    medianWaitDays: 7 * (waits[waits.length >> 1] ?? 0),
    neverHelped: [...asking].filter((branch) => !reached.has(branch)).length / Math.max(1, asking.size),
  }
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
const rounded = (value: number) => Number(value.toFixed(4))

function lineOf(policy: Policy, scarcity: number, own: readonly Figures[], first: readonly Figures[]) {
  const regions = (figures: readonly Figures[]) =>
    (figures[0]?.regions ?? []).map((_, region) => mean(figures.map((f) => f.regions[region] as number)))
  const served = mean(own.map((f) => f.served))
  const worst = Math.min(...regions(own))
  return {
    policy,
    scarcity,
    served: rounded(served),
    vsFcfs: rounded(served / mean(first.map((f) => f.served)) - 1),
    worstRegion: rounded(worst),
    worstRegionVsFcfs: rounded(worst - Math.min(...regions(first))),
    medianWaitDays: mean(own.map((f) => f.medianWaitDays)),
    neverHelped: rounded(mean(own.map((f) => f.neverHelped))),
    levels: Object.fromEntries(
      Object.keys(own[0]?.levels ?? {}).map((level) => [
        level,
        rounded(mean(own.map((f) => f.levels[level] ?? 0))),
      ]),
    ),
    servedPerSeed: own.map((f) => rounded(f.served)),
  }
}

const register = branchesOfTheRegister()
const lines: ReturnType<typeof lineOf>[] = []
for (const scarcity of options.scarcities.split(',').map(Number)) {
  const found = new Map<Policy, Figures[]>(POLICIES.map((policy) => [policy, []]))
  for (const seed of options.seeds.split(',').map(Number)) {
    const world = worldOf(register, seed, scarcity)
    for (const policy of POLICIES) found.get(policy)?.push(figuresOf(world, playYear(world, policy)))
  }
  for (const policy of POLICIES) {
    const line = lineOf(policy, scarcity, found.get(policy) ?? [], found.get('fcfs') ?? [])
    lines.push(line)
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
}
if (options.picture) writeFileSync(options.picture, pictureOf(lines))
