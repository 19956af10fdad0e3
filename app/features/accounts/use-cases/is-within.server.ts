/** A limit whose end is not told: what is above it is left out in silence. */
import { AppError } from '~/kernel/errors'
import type { LimitRule, Limits } from '~/platform/limits/limits.server'

/** Counts one try. @returns whether it is within the rule. */
export async function isWithin(limits: Limits, rule: LimitRule, who: string): Promise<boolean> {
  try {
    await limits.take(rule, who)
    return true
  } catch (error) {
    if (error instanceof AppError && error.kind === 'too-many') return false
    throw error
  }
}
