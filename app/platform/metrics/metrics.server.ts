/**
 * What this process counts of itself, as Prometheus reads it: searches, how the two engines get on, the queue, and what Node
 * tells of memory and event loop. Nothing of it says who asked or what. Each process counts from its own start.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { JobQueue } from '~/platform/jobs/failed-jobs.server'
import type { SearchPort } from '~search/port'
import type { StandInState } from '~search/stand-in'
import { serverRegistry } from './server-counters.server'

type Question = 'search' | 'map_points' | 'explain'

export type Metrics = {
  readonly contentType: string
  /** Prometheus text. One statement for the queue; when the database does not answer the rest is told all the same. */
  text(): Promise<string>
  searched(question: Question, outcome: 'answered' | 'failed', seconds: number): void
}

type Needs = {
  /** The one that is meant to answer. */
  readonly engine: SearchPort['engine']
  /** `null` where PostgreSQL answers alone. */
  readonly standIn: (() => StandInState) | null
  readonly jobs: { queue(): Promise<JobQueue> }
  /** Streams of live pages, open now. */
  readonly streams: () => number
}

/** From a keystroke's answer to what nobody waits for. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export function makeMetrics({ engine, standIn, jobs, streams }: Needs): Metrics {
  const registry = new Registry()
  const registers = [registry]
  let begun = false

  const questions = new Counter({
    name: 'schakel_searches_total',
    help: 'Questions to the search port, by kind and outcome.',
    labelNames: ['question', 'outcome'],
    registers,
  })
  const duration = new Histogram({
    name: 'schakel_search_duration_seconds',
    help: 'How long the search port took to answer.',
    labelNames: ['question'],
    buckets: SECONDS,
    registers,
  })
  engineMetrics(engine, standIn, registers)
  streamMetrics(streams, registers)
  const queue = queueMetrics(registers)

  return {
    contentType: registry.contentType,
    searched(question, outcome, seconds) {
      questions.inc({ question, outcome })
      duration.observe({ question }, seconds)
    },
    async text() {
      // Watching the event loop and the memory costs a little: only once somebody reads it.
      if (!begun) collectDefaultMetrics({ register: registry })
      begun = true
      queue(await jobs.queue().catch(() => null))
      return Registry.merge([registry, serverRegistry()]).metrics()
    },
  }
}

function streamMetrics(streams: Needs['streams'], registers: Registry[]): void {
  new Gauge({
    name: 'schakel_live_streams',
    help: 'Streams of live pages that are open in this process.',
    registers,
    collect() {
      this.set(streams())
    },
  })
}

/** Read from the breaker at the moment that somebody asks. */
function engineMetrics(engine: string, standIn: Needs['standIn'], registers: Registry[]): void {
  const told = (): StandInState =>
    standIn?.() ?? { answers: true, openSinceMs: null, failures: 0, fallbacks: 0 }
  new Gauge({
    name: 'schakel_search_engine_answering',
    help: '1 for the engine that answers searches now, 0 for one that does not or stands by.',
    labelNames: ['engine'],
    registers,
    collect() {
      const { answers } = told()
      this.set({ engine }, answers ? 1 : 0)
      if (engine !== 'postgres') this.set({ engine: 'postgres' }, answers ? 0 : 1)
    },
  })
  new Gauge({
    name: 'schakel_search_breaker_open_since_seconds',
    help: 'Unix time since which PostgreSQL stands in; 0 while the engine that is meant to answer does.',
    registers,
    collect() {
      this.set((told().openSinceMs ?? 0) / 1000)
    },
  })
  new Counter({
    name: 'schakel_search_engine_failures_total',
    help: 'How often the engine that is meant to answer did not, or not in time: questions and trials.',
    registers,
    collect() {
      this.reset()
      this.inc(told().failures)
    },
  })
  new Counter({
    name: 'schakel_search_fallbacks_total',
    help: 'Questions that PostgreSQL answered in its place.',
    registers,
    collect() {
      this.reset()
      this.inc(told().fallbacks)
    },
  })
}

/** @returns sets them; `null`: not known, so that they are not told at all rather than as they were. */
function queueMetrics(registers: Registry[]): (queue: JobQueue | null) => void {
  // Without labels a gauge begins at 0: what is not known would look like nothing to do.
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames: ['queue'], registers })
  const waiting = gauge('schakel_jobs_waiting', 'Jobs that are due and not done.')
  const oldest = gauge(
    'schakel_jobs_oldest_waiting_seconds',
    'How long the longest waiting job has been due.',
  )
  const failed = gauge('schakel_jobs_failed', 'Jobs that failed three times or more.')
  return (told) => {
    for (const each of [waiting, oldest, failed]) each.reset()
    if (!told) return
    const labels = { queue: 'worker' }
    waiting.set(labels, told.waiting)
    oldest.set(labels, told.oldestSeconds ?? 0)
    failed.set(labels, told.failed)
  }
}

/** The same port; each question is counted. */
export function counted(search: SearchPort, metrics: Pick<Metrics, 'searched'>): SearchPort {
  async function count<Answer>(question: Question, ask: () => Promise<Answer>): Promise<Answer> {
    const startedAt = performance.now()
    const since = () => (performance.now() - startedAt) / 1000
    try {
      const answer = await ask()
      metrics.searched(question, 'answered', since())
      return answer
    } catch (error) {
      metrics.searched(question, 'failed', since())
      throw error
    }
  }
  return {
    engine: search.engine,
    search: (query) => count('search', () => search.search(query)),
    mapPoints: (query) => count('map_points', () => search.mapPoints(query)),
    explain: (query, ids) => count('explain', () => search.explain(query, ids)),
    health: () => search.health(),
  }
}
