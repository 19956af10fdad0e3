// The second search engine, when this machine has it: its contract tests run then, and count as skipped otherwise.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * @param {(line: string) => void} log
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>} what the tests are told; an engine of the
 * PATH is started on loopback for this run, with a key of its own and without telling anybody.
 */
export async function findMeilisearch(log) {
  const nothing = { env: {}, stop: async () => {} }
  if (process.env.MEILI_URL) return nothing
  const binary = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'meilisearch'))
    .find((file) => fs.existsSync(file))
  if (!binary) {
    log('No Meilisearch (MEILI_URL, or meilisearch on the PATH): the tests of that engine count as skipped.')
    return nothing
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tests-meilisearch-'))
  const url = `http://127.0.0.1:${await freePort()}`
  const key = randomBytes(24).toString('base64url')
  const child = spawn(
    binary,
    ['--http-addr', url.slice('http://'.length), '--no-analytics', '--db-path', folder],
    {
      cwd: folder,
      env: { ...process.env, MEILI_MASTER_KEY: key, MEILI_ENV: 'development', MEILI_LOG_LEVEL: 'ERROR' },
      stdio: 'ignore',
    },
  )
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    fs.rmSync(folder, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    const healthy = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return { env: { MEILI_URL: url, MEILI_MASTER_KEY: key }, stop }
    await sleep(100)
  }
  await stop()
  throw new Error(`${binary} does not answer on ${url}`)
}

async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  return port
}
