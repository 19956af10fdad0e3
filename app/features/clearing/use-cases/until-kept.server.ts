/**
 * A round is read, then solved with no transaction open, then kept: in a transaction that looks first whether what was
 * read still stands. Where it does not, all of it is done again, a few times.
 */
import { roundKeepsChanging } from '../errors'

/** What was read no longer stands: nothing was written. */
export const CHANGED = Symbol('changed')

/** Reads that have to agree with each other; of a whole country they take some seconds. */
export const ROUND_READ = { isSnapshot: true, seconds: 30 } as const
/** Some ten thousand rows of a national round. */
export const ROUND_WRITE = { seconds: 30 } as const

const TRIES = 3

/** @throws AppError conflict `round.keeps-changing` when each try was overtaken; and as `attempt`. */
export async function untilKept<Kept>(attempt: () => Promise<Kept | typeof CHANGED>): Promise<Kept> {
  for (let tries = 0; tries < TRIES; tries++) {
    const kept = await attempt()
    if (kept !== CHANGED) return kept as Kept
  }
  throw roundKeepsChanging()
}
