/**
 * The database door: one Prisma client per process over `pg`. Reads use `db`; writes go through `transact`,
 * which hands use cases the stores of one transaction.
 */
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '~/generated/prisma/client'

export type Db = PrismaClient
/** The client inside a transaction: what stores are made of. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]
/** Runs work in one transaction with the stores it names; commits when it returns, rolls back when it throws. */
export type Transact<Stores> = <Result>(work: (stores: Stores) => Promise<Result>) => Promise<Result>

/** @param poolSize connections that this process may hold. */
export function makeDb(url: string, poolSize = 10): Db {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: poolSize }) })
}

/** @returns a `Transact` that builds the stores anew for each transaction (Read Committed, 10 s at most). */
export function makeTransact<Stores>(db: Db, storesOf: (tx: Tx) => Stores): Transact<Stores> {
  return (work) => db.$transaction((tx) => work(storesOf(tx)), { timeout: 10_000, maxWait: 5_000 })
}
