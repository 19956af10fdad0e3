/**
 * Two engines as one: the second one answers while the first does not. Somebody who searches waits for the first once; then
 * it is left alone for a while. The answer says which engine gave it by `health`, not by its shape.
 */
import type { EngineHealth, SearchPort } from './port'

/** How long the first is not asked after it failed. */
const REST_MS = 5_000

/** @param onFailure hears of each time the second has to stand in. */
export function withStandIn(
  first: SearchPort,
  second: SearchPort,
  onFailure: (error: unknown) => void,
): SearchPort {
  let restsUntil = 0
  const ask = async <Answer>(question: (engine: SearchPort) => Promise<Answer>): Promise<Answer> => {
    if (performance.now() < restsUntil) return question(second)
    try {
      const answer = await question(first)
      restsUntil = 0
      return answer
    } catch (error) {
      restsUntil = performance.now() + REST_MS
      onFailure(error)
      return question(second)
    }
  }
  return {
    engine: first.engine,
    search: (query) => ask((engine) => engine.search(query)),
    mapPoints: (query) => ask((engine) => engine.mapPoints(query)),
    async health(): Promise<EngineHealth> {
      const state = await first.health()
      if (state.ok) {
        restsUntil = 0
        return state
      }
      return {
        ...(await second.health()),
        degraded: true,
        problem: `${first.engine}: ${state.problem ?? ''}`,
      }
    },
  }
}
