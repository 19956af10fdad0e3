/**
 * The use cases' needs at one instant of the season: the program's own stores, on a clock that is set, with ids from the
 * name of what happens, and with nobody who reacts: no mail goes out and no job is left behind.
 */
import type { RoundInput } from '~/features/clearing/domain/round-input'
import { solveRound } from '~/features/clearing/domain/solve-round'
import { makeTextFits } from '~/features/matchmaking/queries/text-fits.server'
import type { Clock } from '~/kernel/calendar'
import { makeFreeDays } from '~/platform/calendar/free-days.server'
import { type Db, makeTransact } from '~/platform/db/client.server'
import { storesOf } from '~/stores.server'
import { synonymTable } from '../../../search/dutch/synonyms'
import { indexTerms, termsOfOffer } from '../../../search/dutch/text-fit'
import { stableUuid } from '../read-data'

/** Nobody waits for another page while a season is played. */
const solveHere = async (input: RoundInput) => solveRound(input)

/** @returns what a use case needs. @param name of the step; the same step makes the same ids. */
export function makeDesk(db: Db) {
  const freeDays = makeFreeDays(db)
  const textFits = makeTextFits({ termsOfOffer, indexTerms, synonymTable })
  return (at: Date, name: string) => {
    const clock: Clock = { now: () => at }
    let made = 0
    const newId = () => stableUuid(`season:${name}:${made++}`)
    const parts = { clock, newId, subscribersOf: () => [], textFits }
    const transact = makeTransact(db, (tx) => storesOf(tx, parts))
    return { db, clock, transact, solveRound: solveHere, ...freeDays }
  }
}
