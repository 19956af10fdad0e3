/** The web server as it runs in production, on a free port of loopback. */
import { randomBytes } from 'node:crypto'
import { anyFreePort } from '../lib/port.mjs'
import { makeSupervisor } from '../lib/supervisor.mjs'

export type Web = { readonly origin: string; stop(): Promise<void> }

export async function startWeb(env: Readonly<Record<string, string>>): Promise<Web> {
  const port = await anyFreePort()
  const origin = `http://127.0.0.1:${port}`
  const supervisor = makeSupervisor((reason) => console.error(reason))
  const server = await supervisor.start({
    name: 'The web server',
    file: 'scripts/serve.ts',
    env: {
      ...env,
      APP_ENV: 'demo',
      LOG_LEVEL: 'error',
      FLOOD_FACTOR: '0',
      PORT: String(port),
      ORIGIN: origin,
      HOST: '127.0.0.1',
      SECRET: randomBytes(32).toString('hex'),
    },
  })
  return { origin, stop: () => server.stop() }
}
