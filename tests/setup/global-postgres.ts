/** Global set-up of the projects that need PostgreSQL: one lease per run; databases of runs that died are removed. */
import type { TestProject } from 'vitest/node'
import { acquirePostgres } from './postgres-server'
import { dropDatabasesOfDeadRuns, ensureTemplate } from './templates'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the maintenance database of the test server. */
    postgresUrl: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const lease = await acquirePostgres()
  try {
    await dropDatabasesOfDeadRuns(lease.url)
    await ensureTemplate(lease.url)
  } catch (error) {
    await lease.release()
    throw error
  }
  project.provide('postgresUrl', lease.url)
  return () => lease.release()
}
