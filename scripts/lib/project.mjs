// Where things lie. Node's own modules only: the first start has no packages yet.
import { createHash } from 'node:crypto'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../..')
export const isRoot = process.getuid?.() === 0
/** Outlives a restart of the machine, unlike the folders under /tmp and /run. */
export const ROOT_HOME = '/var/lib/schakel'

/**
 * @returns the folder that keeps what the demo and development have: database, mails, keys. `SCHAKEL_DATA` chooses
 * another, so that two copies of the program can run side by side. As root it is not in the project, because PostgreSQL
 * runs as another user there, who may not see the project.
 */
export function dataFolder(environment = process.env) {
  if (environment.SCHAKEL_DATA) return path.resolve(environment.SCHAKEL_DATA)
  return isRoot ? path.join(ROOT_HOME, `project-${shortHash(ROOT)}`) : path.join(ROOT, '.data')
}

export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
