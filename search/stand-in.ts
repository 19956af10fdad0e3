/**
 * Two engines as one: the second one answers while the first does not. Who searches waits for the first for a quarter of a
 * second, once; then it is left alone, and asked again beside somebody's question, at no cost to that one, until it answers
 * in time. The answer says which engine gave it by `health`, not by its shape.
 */
import type { EngineHealth, SearchPort } from './port'

/** Longer nobody waits for the first engine before the second is asked as well. */
const PATIENCE_MS = 250
/** Who asks how it is has more time: nobody waits for a page meanwhile. */
const HEALTH_MS = 800
/** How long the first is not asked after it failed; doubled each time that it fails again, up to a minute. */
const REST_MS = 5_000
const LONGEST_REST_MS = 60_000

/** Since the process began. */
export type StandInState = {
  /** The first engine answers; else it rests, or is tried. */
  readonly answers: boolean
  /** Since when it does not, ms since 1970; `null` while it does. */
  readonly openSinceMs: number | null
  /** How often it did not answer, or not in time: people's questions and trials. */
  readonly failures: number
  /** Questions that the second answered. */
  readonly fallbacks: number
}

export type StandIn = SearchPort & { state(): StandInState }

export type StandInOptions = {
  /** Hears of each time the second has to stand in. */
  readonly onFailure: (error: unknown) => void
  /** Hears that the first answers again. */
  readonly onRecovery?: () => void
  readonly patienceMs?: number
  readonly restMs?: number
}

const LATE = Symbol('late')

export function withStandIn(first: SearchPort, second: SearchPort, options: StandInOptions): StandIn {
  const { onFailure, onRecovery = () => {}, patienceMs = PATIENCE_MS, restMs = REST_MS } = options
  let state: 'answers' | 'rests' | 'tried' = 'answers'
  let rest = restMs
  let restsUntil = 0
  let openSinceMs: number | null = null
  let failures = 0
  let fallbacks = 0

  function fail(error: unknown): void {
    failures++
    // Questions that were on their way when it broke fail together.
    if (state === 'rests') return
    const isNews = state === 'answers'
    rest = isNews ? restMs : Math.min(LONGEST_REST_MS, 2 * rest)
    state = 'rests'
    restsUntil = performance.now() + rest
    openSinceMs ??= performance.timeOrigin + performance.now()
    if (isNews) onFailure(error)
  }

  /** Beside somebody's question, who is answered by the second meanwhile. */
  function tryAgain(): void {
    if (state !== 'rests' || performance.now() < restsUntil) return
    state = 'tried'
    inTime(first.search({ pageSize: 1 })).then(
      (answer) => {
        if (answer === LATE) return fail(late())
        state = 'answers'
        openSinceMs = null
        onRecovery()
      },
      (error: unknown) => fail(error),
    )
  }

  const late = () => new Error(`${first.engine} did not answer within ${patienceMs} ms`)

  async function inTime<Answer>(answer: Promise<Answer>, ms = patienceMs): Promise<Answer | typeof LATE> {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<typeof LATE>((resolve) => {
      timer = setTimeout(() => resolve(LATE), ms)
    })
    // What comes too late, however it ends, is nobody's any more.
    answer.catch(() => {})
    try {
      return await Promise.race([answer, patience])
    } finally {
      clearTimeout(timer)
    }
  }

  async function ask<Answer>(question: (engine: SearchPort) => Promise<Answer>): Promise<Answer> {
    if (state !== 'answers') {
      tryAgain()
      fallbacks++
      return question(second)
    }
    const asked = question(first)
    try {
      const answer = await inTime(asked)
      if (answer !== LATE) return answer
      fail(late())
    } catch (error) {
      fail(error)
    }
    fallbacks++
    return question(second)
  }

  return {
    engine: first.engine,
    state: () => ({ answers: state === 'answers', openSinceMs, failures, fallbacks }),
    search: (query) => ask((engine) => engine.search(query)),
    mapPoints: (query) => ask((engine) => engine.mapPoints(query)),
    explain: (query, ids) => ask((engine) => engine.explain(query, ids)),
    async health(): Promise<EngineHealth> {
      tryAgain()
      const told = await inTime(first.health(), HEALTH_MS).catch((error: unknown) => ({
        ok: false,
        problem: String(error),
      }))
      if (told !== LATE && told.ok && 'engine' in told && state === 'answers') return told
      const problem =
        told === LATE
          ? late().message
          : told.ok
            ? 'rests after it failed'
            : (told.problem ?? 'does not answer')
      return { ...(await second.health()), degraded: true, problem: `${first.engine}: ${problem}` }
    },
  }
}
