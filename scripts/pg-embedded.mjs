// PostgreSQL without an installation, for demo, development and tests: starts it, or joins the one that already serves
// the folder, be it left behind by a process that was killed. It listens on loopback only, with a password of its own.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { withFileLock } from './lib/file-lock.mjs'
import { anyFreePort } from './lib/port.mjs'
import { postgresBinaries } from './lib/postgres-binaries.mjs'
import { isAliveAs } from './lib/processes.mjs'
import { isRoot, ROOT_HOME, shortHash } from './lib/project.mjs'

/** The user that PostgreSQL runs as when this process is root: nobody. */
const NOBODY = 65_534
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * First start 0.8 s, later ones 0.1 s, 30 ms when it runs already.
 * @param {{ dir: string, durable?: boolean }} options `dir` keeps the data (as root a folder under /var/lib/schakel
 * that stands for it); `durable: false` trades safety for speed, for tests.
 * @returns {Promise<{ url(database?: string): string, stop(): boolean, base: string }>}
 */
export async function ensurePostgres({ dir, durable = true }) {
  const base = isRoot && !dir.startsWith(`${ROOT_HOME}/`) ? path.join(ROOT_HOME, `pg-${shortHash(dir)}`) : dir
  fs.mkdirSync(base, { recursive: true, mode: isRoot ? 0o755 : 0o700 })
  const cluster = clusterIn(base)
  await withFileLock(path.join(base, 'start.lock'), async () => {
    if (!cluster.exists()) await cluster.make()
    if (await cluster.answers()) return
    await cluster.waitForLeftover()
    if (!(await cluster.answers())) await cluster.start(durable ? {} : FAST)
  })
  return { url: cluster.url, stop: cluster.stop, base }
}

function clusterIn(base) {
  const data = path.join(base, 'data')
  const secretFile = path.join(base, 'secret.json')
  const pidFile = path.join(data, 'postmaster.pid')
  const serverLog = path.join(data, 'server.log')
  const binary = postgresBinaries()
  const secret = () => JSON.parse(fs.readFileSync(secretFile, 'utf8'))
  const keepSecret = (value) => fs.writeFileSync(secretFile, JSON.stringify(value), { mode: 0o600 })
  const as = {
    cwd: base,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  }

  function url(database = 'postgres') {
    const { password, port } = secret()
    return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`
  }

  return {
    url,
    exists: () => fs.existsSync(path.join(data, 'PG_VERSION')) && fs.existsSync(secretFile),

    async make() {
      fs.rmSync(data, { recursive: true, force: true })
      fs.mkdirSync(data, { mode: 0o700 })
      const password = randomBytes(18).toString('base64url')
      const passwordFile = path.join(base, 'password')
      fs.writeFileSync(passwordFile, password, { mode: 0o600 })
      if (isRoot) for (const file of [data, passwordFile]) fs.chownSync(file, NOBODY, NOBODY)
      const args = ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
      const made = await run(binary('initdb'), [...args, ...LOCALE, '--no-sync', '--no-instructions'], as)
      fs.rmSync(passwordFile)
      if (made.code !== 0) throw new Error(`PostgreSQL could not make its data:\n${made.stderr}`)
      keepSecret({ password, port: await anyFreePort() })
    },

    /** Whether the server on our port has our data: the port may have gone to another. */
    async answers() {
      const client = new pg.Client({ connectionString: url(), connectionTimeoutMillis: 2_000 })
      try {
        await client.connect()
        const { rows } = await client.query('SHOW data_directory')
        return fs.realpathSync(rows[0].data_directory) === fs.realpathSync(data)
      } catch {
        return false
      } finally {
        await client.end().catch(() => {})
      }
    },

    /** A server that still starts or stops is waited for; the mark of one that is no more is removed. */
    async waitForLeftover() {
      for (let tries = 0; tries < 100 && fs.existsSync(pidFile); tries++) {
        const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0])
        if (pid && !isAliveAs(pid, /postgres/)) return fs.rmSync(pidFile, { force: true })
        if (await this.answers()) return
        await sleep(100)
      }
    },

    async start(more) {
      if (await portIsTaken(secret().port)) keepSecret({ ...secret(), port: await anyFreePort() })
      const settings = {
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        port: secret().port,
        shared_buffers: '128MB',
        max_connections: 200,
        timezone: 'UTC',
        ...more,
      }
      const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
      const args = ['-D', data, '-l', serverLog, '-w', '-t', '60', '-o', options.join(' '), 'start']
      const started = await run(binary('pg_ctl'), args, as)
      if (started.code !== 0) throw new Error(`PostgreSQL did not start:\n${lastLines(serverLog, 15)}`)
    },

    stop() {
      const args = ['-D', data, '-w', '-t', '20', '-m', 'fast', 'stop']
      return spawnSync(binary('pg_ctl'), args, { ...as, stdio: 'ignore' }).status === 0
    },
  }
}

/** Ctrl-C in the terminal must not reach it: a server whose starter was interrupted would be nobody's. */
function run(program, args, as) {
  return new Promise((resolve, reject) => {
    const errors = path.join(as.cwd, 'errors.log')
    const log = fs.openSync(errors, 'w')
    // Into a file: the server inherits it, and a pipe would stay open as long as the server lives.
    const child = spawn(program, args, { ...as, detached: true, stdio: ['ignore', 'ignore', log] })
    fs.closeSync(log)
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code, stderr: fs.readFileSync(errors, 'utf8').trim() }))
  })
}

function portIsTaken(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function lastLines(file, count) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').slice(-count).join('\n') : ''
}
