// The better search engine, when it is there: the one at MEILI_URL, else the program `meilisearch` on the PATH, which is
// then started on loopback with a key, without sending statistics, its data beside the database. Else PostgreSQL answers.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { anyFreePort } from './port.mjs'
import { isAliveAs } from './processes.mjs'

const START_MS = 30_000
const STOP_MS = 10_000
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * @param {{ folder: string, key: string, environment?: NodeJS.ProcessEnv }} options `folder` keeps its data.
 * @returns {Promise<{ env: Record<string, string>, stop(): Promise<void> }>} `env` tells the program where it is; empty
 * when there is none, or when MEILI_URL tells already.
 * @throws Error when it is there and does not start.
 */
export async function startMeilisearch({ folder, key, environment = process.env }) {
  const program = environment.MEILI_URL ? undefined : programOnPath('meilisearch', environment.PATH)
  if (!program) return { env: {}, stop: async () => {} }
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const mark = path.join(folder, 'running.json')
  const left = await leftover(mark, key)
  const { pid, port } = left ?? (await launch({ program, folder, key, environment }))
  fs.writeFileSync(mark, JSON.stringify({ pid, port }))
  const stop = async () => {
    await end(pid)
    fs.rmSync(mark, { force: true })
  }
  try {
    await untilHealthy(port, pid)
  } catch (error) {
    await stop()
    throw new Error(`${error.message}\n${lastLines(path.join(folder, 'server.log'))}`)
  }
  return { env: { MEILI_URL: `http://127.0.0.1:${port}`, MEILI_MASTER_KEY: key }, stop }
}

/** @returns the path of a program, `undefined` when no folder of the PATH has it. */
export function programOnPath(name, folders = '') {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  return folders
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, file))
    .find(isProgram)
}

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}

async function launch({ program, folder, key, environment }) {
  const port = await anyFreePort()
  const log = fs.openSync(path.join(folder, 'server.log'), 'w')
  const child = spawn(program, ['--http-addr', `127.0.0.1:${port}`, '--no-analytics', '--db-path', 'data'], {
    cwd: folder,
    // By the environment: everybody on the machine can read the arguments of a process.
    env: { ...environment, MEILI_MASTER_KEY: key, MEILI_ENV: 'production' },
    stdio: ['ignore', log, log],
    // Ctrl-C in the terminal is for us: it stops after the web server, which still asks it things.
    detached: true,
  })
  fs.closeSync(log)
  await new Promise((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
  child.unref()
  return { pid: child.pid, port }
}

/** One that a killed demo left behind, and that still takes our key. */
async function leftover(mark, key) {
  if (!fs.existsSync(mark)) return undefined
  const { pid, port } = JSON.parse(fs.readFileSync(mark, 'utf8'))
  if (!isAliveAs(pid, /meilisearch/)) return undefined
  const headers = { Authorization: `Bearer ${key}` }
  const answer = await fetch(`http://127.0.0.1:${port}/version`, { headers }).catch(() => undefined)
  if (answer?.ok) return { pid, port }
  await end(pid)
  return undefined
}

async function untilHealthy(port, pid) {
  const giveUpAt = Date.now() + START_MS
  while (Date.now() < giveUpAt) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (answer?.ok) return
    if (!isAliveAs(pid, /meilisearch/)) throw new Error('Meilisearch ended while it started:')
    await sleep(100)
  }
  throw new Error(`Meilisearch did not answer for ${START_MS / 1000} s:`)
}

async function end(pid) {
  for (const [signal, patience] of [
    ['SIGTERM', STOP_MS],
    ['SIGKILL', 2_000],
  ]) {
    if (!isAliveAs(pid, /meilisearch/)) return
    process.kill(pid, signal)
    const giveUpAt = Date.now() + patience
    while (isAliveAs(pid, /meilisearch/) && Date.now() < giveUpAt) await sleep(50)
  }
}

function lastLines(file) {
  return fs.readFileSync(file, 'utf8').split('\n').slice(-10).join('\n')
}
