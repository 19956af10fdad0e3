// The demo: filled database, production build, web server, worker.

import path from 'node:path'
import { ensureBuild } from './build.mjs'
import { firstFreePort, wantedPort } from './port.mjs'
import { ROOT } from './project.mjs'
import { welcome } from './welcome.mjs'

/** @param {import('./run.mjs').Running} running */
export async function openDemo({ supervisor, environment, opened }, startedAt) {
  const port = await firstFreePort(wantedPort())
  // Far from the port of the pages, so that a second demo does not move it.
  const mailInPort = process.env.MAIL_IN_PORT || String(await firstFreePort(2525))
  const origin = process.env.ORIGIN || `http://localhost:${port}`
  const env = {
    ...environment,
    APP_ENV: 'demo',
    NODE_ENV: 'production',
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    PORT: String(port),
    ORIGIN: origin,
    MAIL_IN_PORT: mailInPort,
    // Opens the words of the program in few files instead of in 1,700.
    TSX_TSCONFIG_PATH: path.join(ROOT, 'tsconfig.node.json'),
  }
  const [build] = await Promise.all([
    ensureBuild({ log: console.log }),
    supervisor.run({ name: 'The set-up', file: 'scripts/set-up.ts', env }),
  ])
  env.SCHAKEL_BUILD = build.folder
  await Promise.all([
    // It only searches.
    supervisor.start({
      name: 'The web server',
      file: 'scripts/serve.ts',
      env: { ...env, MEILI_WRITE_KEY: '' },
    }),
    supervisor.start({ name: 'The worker', file: 'scripts/worker.ts', env }),
  ])
  opened(origin)
  await welcome({ origin, port, mailInPort, startedAt })
}
