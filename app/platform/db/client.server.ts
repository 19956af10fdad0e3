/**
 * The database door: one Prisma client per process over `pg`. Reads use `db`; writes go through `transact`,
 * which hands use cases the stores of one transaction.
 */
import { AsyncResource } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '~/generated/prisma/client'
import { AppError } from '~/kernel/errors'
import { requestContext } from '~/platform/http/request-context.server'

export type Db = PrismaClient
/** The connections of this process: for what speaks SQL without Prisma. */
export type Pool = pg.Pool
/** The client inside a transaction: what stores are made of. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]
/** Runs work in one transaction with the stores it names; commits when it returns, rolls back when it throws. */
export type Transact<Stores> = <Result>(
  work: (stores: Stores) => Promise<Result>,
  bounds?: TransactionBounds,
) => Promise<Result>
export type TransactionBounds = {
  /** So long it may last; ten by itself. */
  readonly seconds?: number
  /** All that is read is of one moment (Repeatable Read): for reading much that has to agree. */
  readonly isSnapshot?: boolean
}

/** Counts each statement for the request that sends it, whatever sends it: Prisma, the search engine, a limiter. */
class CountedClient extends pg.Client {
  // pg's overloads cannot be spelled in one override; the arguments pass through untouched.
  override query: pg.Client['query'] = ((...args: Parameters<pg.Client['query']>) => {
    const context = requestContext()
    if (context) context.queryCount += 1
    return super.query(...args)
  }) as pg.Client['query']
}

/**
 * Who waits for a connection goes on when somebody else gives one back: without this what it then sends is counted, and
 * answered in the language, of that other request.
 */
class FaithfulPool extends pg.Pool {
  // pg's overloads cannot be spelled in one override; the callback passes through bound to whoever gave it.
  override connect: pg.Pool['connect'] = ((callback?: Parameters<pg.Pool['connect']>[0]) =>
    callback ? super.connect(AsyncResource.bind(callback)) : super.connect()) as pg.Pool['connect']
}

/** @param size connections that this pool may hold; waiting for one lasts 5 s at most. */
export function makePool(url: string, size = 10, onError: (error: Error) => void = () => {}): pg.Pool {
  const pool = new FaithfulPool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    Client: CountedClient,
  })
  // A connection that breaks, idle or lent out, is replaced; without a listener it would end the process.
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

export function makeDb(pool: pg.Pool): Db {
  return new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) })
}

/**
 * @param seconds that one transaction may last: what nobody waits for, an import, may take its time on a slow machine.
 * @returns a `Transact` that builds the stores anew for each transaction (Read Committed, unless it asks for a snapshot).
 */
export function makeTransact<Stores>(db: Db, storesOf: (tx: Tx) => Stores, seconds = 10): Transact<Stores> {
  return async (work, bounds = {}) => {
    try {
      return await db.$transaction((tx) => work(storesOf(tx)), {
        timeout: (bounds.seconds ?? seconds) * 1000,
        maxWait: MAX_WAIT_MS,
        ...(bounds.isSnapshot && { isolationLevel: 'RepeatableRead' }),
      })
    } catch (error) {
      throw isCrowdedOut(error) ? new AppError('unavailable', 'common.busy', {}, error) : error
    }
  }
}

/** So long a transaction waits for a connection: who waits longer is told that it is busy, and nothing is changed. */
const MAX_WAIT_MS = 5_000

/** Prisma's P2028 says both that a transaction did not begin and that it took too long: only the first is told so. */
function isCrowdedOut(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown }
  return code === 'P2028' && typeof message === 'string' && message.includes('Unable to start a transaction')
}
