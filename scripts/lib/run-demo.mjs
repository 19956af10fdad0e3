// The demo from the first line to the last process. Packages and generated code are there by now.
import path from 'node:path'
import { ensurePostgres } from '../pg-embedded.mjs'
import { ensureBuild } from './build.mjs'
import { ensureDatabase } from './database.mjs'
import { takeFolder } from './instance.mjs'
import { firstFreePort } from './port.mjs'
import { dataFolder } from './project.mjs'
import { keptSettings } from './settings.mjs'
import { makeSupervisor } from './supervisor.mjs'
import { untilAskedToStop } from './until-asked-to-stop.mjs'
import { welcome } from './welcome.mjs'

const log = (line) => console.log(line)

/** @returns {Promise<number>} the exit code, when all processes are gone. */
export async function runDemo({ startedAt }) {
  const folder = dataFolder()
  const instance = await takeFolder(folder, { log })
  const stop = untilAskedToStop()
  const supervisor = makeSupervisor((reason) => stop.because(reason))
  let postgres
  try {
    postgres = await ensurePostgres({ dir: path.join(folder, 'pg') })
    const environment = {
      APP_ENV: 'demo',
      NODE_ENV: 'production',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      DATABASE_URL: await ensureDatabase(postgres, 'schakel'),
      SECRET: keptSettings(folder).secret,
      DEMO_MAIL_DIR: path.join(folder, 'mail'),
    }
    const opened = open({ supervisor, environment, instance, startedAt })
    // Whoever asks to stop while it starts need not wait until it has started.
    await Promise.race([opened, stop.asked])
    await stop.asked
    return stop.failed() ? 1 : 0
  } finally {
    await supervisor.stop()
    postgres?.stop()
    instance.leave()
  }
}

async function open({ supervisor, environment, instance, startedAt }) {
  const setUp = supervisor.run({ name: 'The set-up', file: 'scripts/set-up.ts', env: environment })
  const [build] = await Promise.all([ensureBuild({ log }), setUp])
  const port = await firstFreePort(Number(process.env.PORT || 3000))
  const origin = process.env.ORIGIN || `http://localhost:${port}`
  const env = { ...environment, PORT: String(port), ORIGIN: origin, SCHAKEL_BUILD: build.folder }
  await Promise.all([
    supervisor.start({ name: 'The web server', file: 'scripts/serve.ts', env }),
    supervisor.start({ name: 'The worker', file: 'scripts/worker.ts', env }),
  ])
  instance.tell(origin)
  await welcome({ origin, port, wantedPort: Number(process.env.PORT || 3000), startedAt, log })
}
