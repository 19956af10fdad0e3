// Compiles the pages at each saved file, with the parts of Remix's own compiler. `remix dev` does the same, but waits 300 ms
// for more files and compiles all routes once more to see which loaders changed: that is twice the time. Here the page
// that is open is loaded anew instead. The version of @remix-run/dev is pinned and its last.
import fs from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ROOT } from './project.mjs'

// From there, its own packages are found too.
const require = createRequire(path.join(ROOT, 'node_modules/@remix-run/dev/package.json'))
const remix = (file) => require(`./dist/${file}`)
const chokidar = require('chokidar')
const { readConfig } = remix('config.js')
const { create } = remix('compiler/compiler.js')
const { createFileWatchCache } = remix('compiler/fileWatchCache.js')
const { logThrown } = remix('compiler/utils/log.js')
const { logger } = remix('tux/logger.js')
const { serve } = remix('devServer_unstable/socket.js')

/** Editors write a file in several steps, and save several files at once. */
const QUIET_MS = 25
const WATCHED = ['app', 'search'].map((folder) => path.join(ROOT, folder))
const NO_SOURCE = /[/\\]\.[^/\\]*$|\.(test\.tsx?|md|part|swp)$|~$/

const origin = new URL(process.env.REMIX_DEV_ORIGIN)
const files = createFileWatchCache()

async function makeCompiler() {
  const config = await readConfig(ROOT)
  const options = { mode: 'development', sourcemap: true, REMIX_DEV_ORIGIN: origin }
  const compiler = await create({ config, options, fileWatchCache: files, logger })
  return { ...compiler, routes: JSON.stringify(config.routes) }
}

let compiler = await makeCompiler()

/** @returns whether it stands; why not is said on the screen. */
async function build() {
  const startedAt = performance.now()
  try {
    await compiler.compile()
    console.log(`Compiled in ${Math.round(performance.now() - startedAt)} ms`)
    return true
  } catch (error) {
    logThrown(error)
    return false
  }
}

/** A file that comes or goes may be a route: then the compiler starts afresh. */
async function followRoutes() {
  const next = await makeCompiler()
  const old = next.routes === compiler.routes ? next : compiler
  if (old === compiler) compiler = next
  await old.dispose()
}

let timer
let listHasChanged = false
let working = Promise.resolve()
function onFile(event, file) {
  if (event.endsWith('Dir') || NO_SOURCE.test(file)) return
  files.invalidateFile(file)
  listHasChanged ||= event !== 'change'
  clearTimeout(timer)
  timer = setTimeout(() => {
    working = working.then(async () => {
      if (listHasChanged) await followRoutes().catch(logThrown)
      listHasChanged = false
      await build()
    })
  }, QUIET_MS)
}

// The web server tells when it has taken a build; only then is there something new to see.
const server = http.createServer((request, response) => {
  request.resume()
  response.end()
  if (request.url === '/ping') socket.reload()
})
const socket = serve(server)
server.listen(Number(origin.port), 'localhost')

process.once('disconnect', () => process.exit(0))
const version = path.resolve(process.env.REMIX_SERVER_FOLDER, 'version.txt')
fs.rmSync(version, { force: true })
fs.rmSync(path.resolve(process.env.REMIX_ASSETS_FOLDER), { recursive: true, force: true })
let stands = await build()
// Not fs.watch: on Linux its recursive form loses sight of a file that an editor has replaced by another of its name.
chokidar.watch(WATCHED, { ignoreInitial: true }).on('all', onFile)
while (!stands) {
  // The first build has to stand before the server can start; the next saved file may mend it.
  await new Promise((resolve) => setTimeout(resolve, 200))
  stands = fs.existsSync(version)
}
process.send('ready')
