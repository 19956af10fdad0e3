/**
 * `npx tsx scripts/bench/round-thread.ts [requests]`: how long the process stands still while a round is solved here and in
 * the thread. One JSON line each: `ms` from asking to the answer, `stillMs` the longest time without a turn of the event loop, `cpuMs`
 * the processor time of both together: on a crowded machine the other two are of the crowd.
 */
import { type PackedRound, packRound } from '~/features/clearing/domain/packed-round'
import { NO_CHOICES, type RoundInput } from '~/features/clearing/domain/round-input'
import { type RoundResult, solveRound } from '~/features/clearing/domain/solve-round'
import { MAX_COST } from '~/matching/clearing/instance'
import { makeThread } from '~/platform/threads/thread.server'
import { instanceOf } from './matching/generator'

const requests = Number(process.argv[2] ?? 20_000)
const packed = instanceOf({
  requests,
  offers: Math.max(Math.min(4 * requests, 20_000), requests),
  perRequest: 30,
  scarcity: 0.85,
  seed: 42,
})
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const input: RoundInput = {
  form: 1,
  slots: Array.from({ length: packed.offerCount }, (_, i) => ({
    slotId: idOf(i),
    offerId: idOf(i),
    open: packed.capacity[i] ?? 0,
  })),
  rows: Array.from({ length: packed.rowCount }, (_, i) => {
    const [from, until] = [packed.head[i] ?? 0, packed.head[i + 1] ?? 0]
    return {
      groupId: idOf(i),
      requestId: idOf(i),
      priority: packed.priority[i] ?? 0,
      arrivedAt: idOf(i),
      candidates: Array.from({ length: until - from }, (_, k) => ({
        slotId: idOf(packed.offer[from + k] ?? 0),
        score: MAX_COST - (packed.cost[from + k] ?? 0),
      })),
      wider: {},
    }
  }),
  choices: NO_CHOICES,
}

async function measured(where: string, solve: () => RoundResult | Promise<RoundResult>): Promise<string> {
  let stillMs = 0
  let before = performance.now()
  const tick = () => {
    stillMs = Math.max(stillMs, performance.now() - before)
    before = performance.now()
  }
  const ticking = setInterval(tick, 1)
  const startedAt = performance.now()
  const cpu = process.cpuUsage()
  const { objective } = await solve()
  const ms = Math.round(performance.now() - startedAt)
  const { user, system } = process.cpuUsage(cpu)
  await new Promise((resolve) => setTimeout(resolve, 5))
  tick()
  clearInterval(ticking)
  const line = {
    bench: 'round-thread',
    where,
    requests,
    ms,
    cpuMs: Math.round((user + system) / 1000),
    stillMs: Math.round(stillMs),
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  return JSON.stringify(objective)
}

const thread = makeThread<PackedRound, RoundResult>({
  entry: 'scripts/solve-round-thread.mjs',
  memoryMb: 1024,
  seconds: 300,
})
const here = await measured('here', () => solveRound(input))
const first = await measured('thread, first', () => thread.run(packRound(input)))
const next = await measured('thread, next', () => thread.run(packRound(input)))
await thread.close()
if (first !== here || next !== here) throw new Error('the thread found something else')
