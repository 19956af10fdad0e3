/** The same instance for other solvers: as a flow for OR-tools, as a linear programme for HiGHS. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import makeHighs from 'highs'
import { type Packed, unservedCost } from '~/matching/clearing/instance'

/** Objective as one sum, and the least processor seconds of the repeats. */
export type Timed = { readonly objective: bigint; readonly cpu: number }

const SCRIPT = path.join(import.meta.dirname, 'solve_flow.py')

/** @returns whether this Python can solve with OR-tools. */
export function hasOrtools(python: string): boolean {
  return spawnSync(python, ['-c', 'import ortools, numpy']).status === 0
}

/** Requests 0 … n − 1, columns and pools that have a place, a sink. */
export function byOrtools(python: string, packed: Packed, repeats: number): Timed {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-flow-'))
  try {
    writeFlow(folder, packed)
    const { status, stdout, stderr } = spawnSync(python, [SCRIPT, folder, String(repeats)], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    if (status !== 0) throw new Error(`OR-tools: ${stderr}`)
    const runs = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { optimal: boolean; objective: string; cpu: number })
    if (runs.some((run) => !run.optimal)) throw new Error('OR-tools found no optimum')
    return { objective: BigInt(runs[0]?.objective ?? 0), cpu: Math.min(...runs.map((run) => run.cpu)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeFlow(folder: string, packed: Packed): void {
  const { rowCount: n, head, offer, cost, capacity, parent, priority } = packed
  const nodes = capacity.length
  const sink = n + nodes
  const arcs = offer.length + n + nodes
  const src = new Int32Array(arcs)
  const dst = new Int32Array(arcs)
  const cap = new BigInt64Array(arcs)
  const price = new BigInt64Array(arcs)
  let arc = 0
  const add = (from: number, to: number, places: number, costs: number) => {
    src[arc] = from
    dst[arc] = to
    cap[arc] = BigInt(places)
    price[arc++] = BigInt(costs)
  }
  for (let row = 0; row < n; row++) {
    for (let e = head[row] as number; e < (head[row + 1] as number); e++)
      add(row, n + (offer[e] as number), 1, cost[e] as number)
    add(row, sink, 1, unservedCost(n, priority[row] as number))
  }
  for (let node = 0; node < nodes; node++) {
    const above = parent?.[node] ?? -1
    add(n + node, above === -1 ? sink : n + above, capacity[node] as number, 0)
  }
  const supply = new BigInt64Array(sink + 1).fill(1n, 0, n)
  supply[sink] = -BigInt(n)
  mkdirSync(folder, { recursive: true })
  for (const [name, array] of Object.entries({ src, dst, cap, cost: price, supply }))
    writeFileSync(path.join(folder, name), new Uint8Array(array.buffer))
}

/** By its interior point method, which is its quickest here. Writing the programme is not counted. */
export async function byHighs(packed: Packed): Promise<Timed> {
  const highs = await makeHighs()
  const text = programmeOf(packed)
  const before = process.cpuUsage()
  const solution = highs.solve(text, { solver: 'ipm' })
  const { user, system } = process.cpuUsage(before)
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`)
  return { objective: BigInt(Math.round(solution.ObjectiveValue)), cpu: (user + system) / 1e6 }
}

/** Per request: one of its candidates, or its way out; per node no more than its places. */
function programmeOf({ rowCount, head, offer, cost, capacity, parent, priority }: Packed): string {
  const objective: string[] = []
  const rows: string[] = []
  const holds: string[][] = Array.from(capacity, () => [])
  for (let row = 0; row < rowCount; row++) {
    const ways = [`u${row}`]
    objective.push(`${unservedCost(rowCount, priority[row] as number)} u${row}`)
    for (let e = head[row] as number; e < (head[row + 1] as number); e++) {
      const name = `x${e}`
      ways.push(name)
      objective.push(`${cost[e]} ${name}`)
      for (let node = offer[e] as number; node !== -1; node = parent?.[node] ?? -1) holds[node]?.push(name)
    }
    rows.push(`${ways.join(' + ')} = 1`)
  }
  const limits = holds.flatMap((names, node) =>
    names.length > 0 ? [`${names.join(' + ')} <= ${capacity[node]}`] : [],
  )
  return `Minimize\n ${objective.join('\n + ')}\nSubject To\n ${[...rows, ...limits].join('\n ')}\nEnd\n`
}
