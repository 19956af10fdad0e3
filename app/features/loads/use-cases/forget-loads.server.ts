/** Rows of loads hold names and addresses of contacts: they are kept no longer than somebody can use them. */
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import { UNDO_DAYS, UNFINISHED_DAYS } from '../domain/load'
import type { LoadStore } from '../store.server'

export type ForgetLoadsNeeds = {
  readonly transact: Transact<{ readonly loads: LoadStore }>
  readonly clock: Clock
}

/** @returns how many loads lost their rows. The clock asks this, every night. */
export async function forgetLoads({ transact, clock }: ForgetLoadsNeeds): Promise<number> {
  const now = clock.now()
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  return transact(({ loads }) => loads.forget(ago(UNDO_DAYS), ago(UNFINISHED_DAYS), now))
}
