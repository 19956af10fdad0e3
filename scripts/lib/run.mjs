// What the demo and development have in common: a folder, a database, processes, and an end that leaves none of them.
import path from 'node:path'
import { ensurePostgres } from '../pg-embedded.mjs'
import { ensureDatabase } from './database.mjs'
import { takeFolder } from './instance.mjs'
import { startMeilisearch } from './meilisearch.mjs'
import { narrowKeys } from './meilisearch-keys.mjs'
import { dataFolder } from './project.mjs'
import { keptSettings } from './settings.mjs'
import { makeSupervisor } from './supervisor.mjs'
import { untilAskedToStop } from './until-asked-to-stop.mjs'

/**
 * @typedef {{
 *   folder: string,
 *   environment: Record<string, string>,
 *   supervisor: ReturnType<typeof makeSupervisor>,
 *   opened(address: string): void,
 *   whenClosing(work: () => unknown): void,
 * }} Running
 * @param {(running: Running) => Promise<void>} open starts what is to run; resolved when people can come in.
 * @returns {Promise<number>} the exit code, once everything has stopped.
 */
export async function run(open) {
  const folder = dataFolder()
  const instance = await takeFolder(folder, { log: console.log })
  const stop = untilAskedToStop()
  const supervisor = makeSupervisor((reason) => stop.because(reason))
  const closing = []
  let postgres
  let meilisearch
  try {
    const settings = keptSettings(folder)
    postgres = await ensurePostgres({ dir: path.join(folder, 'pg') })
    meilisearch = await startMeilisearch({ folder: path.join(folder, 'meilisearch'), key: settings.meiliKey })
    const opening = open({
      folder,
      supervisor,
      environment: {
        DATABASE_URL: await ensureDatabase(postgres, 'schakel'),
        SECRET: settings.secret,
        ...(await narrowed(meilisearch.env)),
        DEMO_MAIL_DIR: path.join(folder, 'mail'),
        FILES_DIR: path.join(folder, 'files'),
      },
      opened: (address) => instance.tell(address),
      whenClosing: (work) => closing.unshift(work),
    })
    // Whoever asks to stop while it starts need not wait until it has started.
    await Promise.race([opening, stop.asked])
    await stop.asked
    opening.catch(() => {})
    return stop.failed() ? 1 : 0
  } finally {
    for (const work of closing) await work()
    await supervisor.stop()
    await meilisearch?.stop()
    postgres?.stop()
    instance.leave()
  }
}

/** The programs get keys that may do what they do, not the one that may do everything. */
async function narrowed(env) {
  const { MEILI_URL, MEILI_MASTER_KEY, MEILI_SEARCH_KEY, MEILI_WRITE_KEY } = { ...process.env, ...env }
  if (!MEILI_URL || !MEILI_MASTER_KEY || (MEILI_SEARCH_KEY && MEILI_WRITE_KEY)) return env
  try {
    const keys = await narrowKeys({ url: MEILI_URL, masterKey: MEILI_MASTER_KEY })
    return { MEILI_URL, ...keys, MEILI_MASTER_KEY: '' }
  } catch (error) {
    console.error(`${error.message} PostgreSQL answers as long as Meilisearch does not.`)
    return env
  }
}
