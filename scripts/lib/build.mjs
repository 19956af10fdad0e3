// The Remix build, made only when what it is made from has changed. Each build has a folder named after that content, so
// a server that runs keeps its files while the next build is made, and two builds never write into one folder.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { ROOT } from './project.mjs'

const BUILDS = path.join(ROOT, 'build')
const CHOSEN = path.join(BUILDS, 'chosen')
const SOURCES = ['app', 'search', 'messages', 'prisma/schema.prisma', 'project.inlang/settings.json']
const SETTINGS = [
  'package-lock.json',
  'package.json',
  'remix.config.js',
  'postcss.config.js',
  'tsconfig.json',
]
/** Made from the sources; and what the build leaves out. */
const NOT_SOURCES = /^app\/(generated|paraglide)\/|\.test\.tsx?$|\/README\.md$/
const KEPT_BUILDS = 8

/**
 * @typedef {{ folder: string, server: string, assets: string }} Build `server` is the file to import, `assets` the
 * folder that is served under /build/.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<Build>}
 * @throws Error with the compiler's output.
 */
export async function ensureBuild({ log = () => {} } = {}) {
  const build = buildAt(path.join(BUILDS, hashOfSources()))
  if (fs.existsSync(build.server)) {
    const now = new Date()
    fs.utimesSync(build.folder, now, now)
    return build
  }
  log('Building the pages …')
  const making = buildAt(path.join(BUILDS, `making-${process.pid}-${Date.now()}`))
  try {
    await compile(making)
    await precompress(making.assets)
    fs.renameSync(making.folder, build.folder)
  } catch (error) {
    // Another process may have been faster with the same build.
    if (!fs.existsSync(build.server)) throw error
  } finally {
    fs.rmSync(making.folder, { recursive: true, force: true })
  }
  removeOldBuilds(build)
  return build
}

/** Makes a build the one that `npm start` takes. */
export function choose(build) {
  fs.writeFileSync(CHOSEN, path.basename(build.folder))
}

/** @returns {Build} the build of SCHAKEL_BUILD, else the one that was chosen. @throws Error when there is none. */
export function presentBuild(environment = process.env) {
  if (environment.SCHAKEL_BUILD) return buildAt(path.resolve(environment.SCHAKEL_BUILD))
  if (!fs.existsSync(CHOSEN)) throw new Error('There is no build yet: npm run build')
  return buildAt(path.join(BUILDS, fs.readFileSync(CHOSEN, 'utf8').trim()))
}

/** @returns {Build} the paths of a build in that folder, made or yet to be made. */
export function buildAt(folder) {
  return { folder, server: path.join(folder, 'server/index.js'), assets: path.join(folder, 'assets') }
}

/** @returns the environment that sends a compiler's output to that build. */
export function outputOf(build) {
  const relative = (file) => path.relative(ROOT, file).split(path.sep).join('/')
  return {
    REMIX_SERVER_FOLDER: relative(path.dirname(build.server)),
    REMIX_ASSETS_FOLDER: relative(build.assets),
  }
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const name of [...SOURCES.flatMap(filesUnder), ...SETTINGS]) {
    if (NOT_SOURCES.test(name)) continue
    hash
      .update(name)
      .update('\0')
      .update(fs.readFileSync(path.join(ROOT, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** @returns the names of the files, relative to the project, sorted, with `/` on every system. */
function filesUnder(name) {
  const at = path.join(ROOT, name)
  if (!fs.statSync(at).isDirectory()) return [name]
  return fs
    .readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

function compile(build) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'node_modules/@remix-run/dev/dist/cli.js'), 'build'],
      {
        cwd: ROOT,
        env: { ...process.env, NODE_ENV: 'production', ...outputOf(build) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages could not be built:\n${complaint(output)}`)),
    )
  })
}

/** After its own message the compiler may tell the state of all its threads. */
function complaint(output) {
  return output.split(/\n(?:fatal error: |goroutine )/)[0].trim()
}

/** Writes `x.js.br` and `x.js.gz` beside `x.js`: done once here, it costs nothing when they are asked for. */
async function precompress(folder) {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|svg|json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  const brotli = promisify(zlib.brotliCompress)
  const gzip = promisify(zlib.gzip)
  await Promise.all(
    files.map(async (file) => {
      const content = fs.readFileSync(file)
      if (content.length < 1_024) return
      const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } }
      const [br, gz] = await Promise.all([brotli(content, quality), gzip(content, { level: 9 })])
      fs.writeFileSync(`${file}.br`, br)
      fs.writeFileSync(`${file}.gz`, gz)
    }),
  )
}

/** The newest stay: a server of before may still serve them. Half-made ones of processes that died go after a day. */
function removeOldBuilds(present) {
  const builds = fs
    .readdirSync(BUILDS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(BUILDS, entry.name))
    .filter((folder) => folder !== present.folder)
    .map((folder) => ({ folder, usedAt: fs.statSync(folder).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt)
  const dayAgo = Date.now() - 86_400_000
  const halfMade = builds.filter(({ folder }) => path.basename(folder).startsWith('making-'))
  const whole = builds.filter(({ folder }) => /^[0-9a-f]{16}$/.test(path.basename(folder)))
  const old = [...whole.slice(KEPT_BUILDS), ...halfMade.filter(({ usedAt }) => usedAt < dayAgo)]
  for (const { folder } of old) fs.rmSync(folder, { recursive: true, force: true })
}
