// Development: the compiler watches, the server takes each new build without a restart, the worker starts anew after it.
import fs from 'node:fs'
import path from 'node:path'
import { generateCode } from '../prepare.mjs'
import { buildAt, outputOf } from './build.mjs'
import { anyFreePort, firstFreePort, wantedPort } from './port.mjs'
import { ROOT, shortHash } from './project.mjs'
import { welcome } from './welcome.mjs'

/** An editor that saves several files makes several builds; the worker waits for the last. */
const WORKER_PATIENCE_MS = 1_500

/** @param {import('./run.mjs').Running} running */
export async function openDev({ folder, supervisor, environment, opened, whenClosing }, startedAt) {
  const port = await firstFreePort(wantedPort())
  const compilerPort = await anyFreePort()
  const origin = process.env.ORIGIN || `http://localhost:${port}`
  const mailInPort = process.env.MAIL_IN_PORT || String(await firstFreePort(2525))
  const build = buildAt(path.join(ROOT, 'build', `dev-${shortHash(folder)}`))
  const env = {
    ...environment,
    ...outputOf(build),
    APP_ENV: 'development',
    NODE_ENV: 'development',
    LOG_LEVEL: process.env.LOG_LEVEL || 'info',
    DEMO_SEASON: process.env.DEMO_SEASON || 'small',
    PORT: String(port),
    ORIGIN: origin,
    MAIL_IN_PORT: mailInPort,
    SCHAKEL_BUILD: build.folder,
    REMIX_DEV_ORIGIN: `http://localhost:${compilerPort}`,
  }
  await Promise.all([
    supervisor.run({ name: 'The set-up', file: 'scripts/set-up.ts', env }),
    supervisor.start({ name: 'The compiler', file: 'scripts/lib/watch-pages.mjs', env }),
  ])
  const startWorker = () => supervisor.start({ name: 'The worker', file: 'scripts/worker.ts', env })
  const [, worker] = await Promise.all([
    supervisor.start({ name: 'The web server', file: 'scripts/serve.ts', env }),
    startWorker(),
  ])
  whenClosing(restartOnBuild(build, worker, startWorker))
  whenClosing(generateOnChange())
  opened(origin)
  await welcome({ origin, port, mailInPort, startedAt })
}

/** @returns what ends the watching. */
function restartOnBuild(build, first, startWorker) {
  let worker = Promise.resolve(first)
  let timer
  const restart = () => {
    worker = worker
      .then((old) => old?.stop())
      .then(startWorker)
      .catch((error) => console.error(`${error.message} It starts again with the next build.`))
  }
  const watcher = fs.watch(path.dirname(build.server), (_event, name) => {
    if (name !== 'version.txt') return
    clearTimeout(timer)
    timer = setTimeout(restart, WORKER_PATIENCE_MS)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}

/** Words and schema become code, which the compiler then sees. @returns what ends the watching. */
function generateOnChange() {
  let timer
  const generate = () =>
    generateCode({ log: console.log, forWatching: true }).catch((error) => console.error(error.message))
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(generate, 50)
  }
  const watchers = ['messages', 'prisma'].map((name) => fs.watch(path.join(ROOT, name), soon))
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
