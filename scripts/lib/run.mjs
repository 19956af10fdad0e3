// What the demo and development have in common: a folder, a database, processes, and an end that leaves none of them.
import path from 'node:path'
import { ensurePostgres } from '../pg-embedded.mjs'
import { ensureDatabase } from './database.mjs'
import { takeFolder } from './instance.mjs'
import { dataFolder } from './project.mjs'
import { keptSettings } from './settings.mjs'
import { makeSupervisor } from './supervisor.mjs'
import { untilAskedToStop } from './until-asked-to-stop.mjs'

/**
 * @typedef {{ folder: string, environment: Record<string, string>, supervisor: ReturnType<typeof makeSupervisor>,
 *   opened(address: string): void, whenClosing(work: () => unknown): void }} Running
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
  try {
    const settings = keptSettings(folder)
    postgres = await ensurePostgres({ dir: path.join(folder, 'pg') })
    const opening = open({
      folder,
      supervisor,
      environment: {
        DATABASE_URL: await ensureDatabase(postgres, 'schakel'),
        SECRET: settings.secret,
        DEMO_MAIL_DIR: path.join(folder, 'mail'),
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
    postgres?.stop()
    instance.leave()
  }
}

/** @returns the port that was asked for with PORT, 3000 unless told. */
export function wantedPort() {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is a number from 1 to 65535, not ${process.env.PORT}.`)
  return port
}
