/** Takes away, or in a dry run counts, what has been kept long enough. */
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import { lastKept, RETENTION, RETENTION_RULES, type RetentionRule } from '../domain/retention'
import type { RetentionStore } from '../retention-store.server'

type Needs = {
  readonly transact: Transact<{ readonly retention: RetentionStore }>
  readonly clock: Clock
}

export type RetentionLine = {
  readonly rule: RetentionRule
  readonly table: string
  readonly days: number
  readonly rows: number
}

/** @returns a line for each rule and table, with rows or without. One transaction per rule: one that fails stops no other's. */
export async function applyRetention(
  { transact, clock }: Needs,
  { dryRun }: { readonly dryRun: boolean },
): Promise<readonly RetentionLine[]> {
  const now = clock.now()
  const lines: RetentionLine[] = []
  for (const rule of RETENTION_RULES) {
    const before = lastKept(rule, now)
    const touched = await transact(
      ({ retention }) => (dryRun ? retention.count(rule, before) : retention.forget(rule, before)),
      { seconds: 300 },
    )
    for (const [table, rows] of Object.entries(touched))
      lines.push({ rule, table, days: RETENTION[rule].days, rows })
  }
  return lines
}
