/** What was done to a round, the newest first. One statement. */
import type { Db } from '~/platform/db/client.server'
import type { NewRoundStep, RoundStepKind } from '../domain/round-steps'

export type Step = {
  readonly number: number
  readonly what: RoundStepKind
  readonly details: NewRoundStep['details']
  readonly served: number
  readonly waiting: number
  readonly solveMs: number | null
  readonly byName: string | null
  readonly at: Date
}

const STEPS_SHOWN = 100

export function roundSteps(db: Pick<Db, '$queryRaw'>, roundId: string): Promise<readonly Step[]> {
  return db.$queryRaw<Step[]>`
    SELECT s.number, s.what, s.details, s.served, s.waiting, s.solve_ms AS "solveMs", u.name AS "byName", s.at
    FROM clearing_round_step s LEFT JOIN app_user u ON u.id = s.by_id
    WHERE s.round_id = ${roundId}::uuid ORDER BY s.number DESC LIMIT ${STEPS_SHOWN}`
}

/** @returns ids of the offers that the steps are about. */
export function offersOfSteps(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ details }) => (details.offerId ? [details.offerId] : []))
}
