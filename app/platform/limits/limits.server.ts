/**
 * How often something may be tried. Counters live in the database (table rate_limit), so that they hold for all
 * processes and survive a restart; whom they count stands there only as a keyed hash.
 */
import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '~/kernel/errors'
import type { Pool } from '~/platform/db/client.server'

export type LimitRule = {
  /** `sign-in-address`: also the beginning of the counter's key. */
  readonly name: string
  /** So many tries … */
  readonly tries: number
  /** … within so many seconds after the first. */
  readonly seconds: number
}

export type Limits = {
  /**
   * Counts one try. One statement.
   * @param who an address, an IP.
   * @throws AppError `too-many` (429) `limit.too-many` with `seconds` and `minutes` until the next try counts.
   */
  take(rule: LimitRule, who: string): Promise<void>
  /** The try was a good one and does not count. One statement. */
  giveBack(rule: LimitRule, who: string): Promise<void>
  /** Starts counting from nought. One statement. */
  forget(rule: LimitRule, who: string): Promise<void>
}

/** @param secret makes the hashes in the table unguessable. */
export function makeLimits(pool: Pool, secret: string): Limits {
  const limiters = new Map<string, RateLimiterPostgres>()
  const limiterOf = (rule: LimitRule) => {
    const known = limiters.get(rule.name)
    if (known) return known
    const made = new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: rule.name,
      points: rule.tries,
      duration: rule.seconds,
    })
    limiters.set(rule.name, made)
    return made
  }
  const keyOf = (who: string) =>
    createHmac('sha256', secret).update(`limit:${who.trim().toLowerCase()}`).digest('base64url')
  return {
    async take(rule, who) {
      try {
        await limiterOf(rule).consume(keyOf(who))
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
        throw new AppError('too-many', 'limit.too-many', { seconds, minutes: Math.ceil(seconds / 60) })
      }
    },
    async giveBack(rule, who) {
      await limiterOf(rule).reward(keyOf(who))
    },
    async forget(rule, who) {
      await limiterOf(rule).delete(keyOf(who))
    },
  }
}
