/**
 * `npm start`: the web server, with the build that `npm run build` made last (or that SCHAKEL_BUILD names). On SIGTERM it
 * takes no new connections, ends what it is answering, and gives back the database.
 */
import { once } from 'node:events'
import http from 'node:http'
import { env } from '~/platform/env/env.server'
import { beginDraining } from '~/platform/http/readiness.server'
import { endStreams } from '~/platform/live/live.server'
import { makeLog } from '~/platform/log/log.server'
import { createApp } from '~/server/express-app.server'
import { sayReady, stopWhenAsked } from './lib/be-a-child'
import { presentBuild } from './lib/build.mjs'
import { loadBuild } from './lib/load-build'

/** An answer in progress may take this long after the signal to stop. */
const PATIENCE_MS = 8_000

const settings = env()
const log = makeLog(settings.LOG_LEVEL, 'web')
const files = presentBuild()
const build = await loadBuild(files, { follow: settings.APP_ENV === 'development', log })

const app = createApp({ build: build.newest, assetsFolder: files.assets, env: settings, log })
const server = http.createServer(app)
// A proxy in front keeps its idle connections for a minute; ours must not be the first to hang up.
server.keepAliveTimeout = 65_000
server.headersTimeout = 15_000
server.requestTimeout = 30_000
server.listen({ port: settings.PORT, host: process.env.HOST || undefined })
await once(server, 'listening')

stopWhenAsked(async () => {
  beginDraining()
  // Before the server waits for what is open: a stream would not end by itself.
  await endStreams()
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const force = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
  await closed
  clearTimeout(force)
  await build.close()
})
log.info({ port: settings.PORT }, 'listening')
sayReady()
