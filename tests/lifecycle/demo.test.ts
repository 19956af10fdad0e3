/** One demo, started four times: what a person may do to it, none of it loses data or leaves a process. */
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensurePostgres } from '../../scripts/pg-embedded.mjs'
import { copyProject, type Demo, launchDemo, openDemo, processesOf, until } from './demo-process'

const ROOT = path.resolve(import.meta.dirname, '../..')
const HOME = path.join(ROOT, '.data', `lifecycle ${process.pid}`)
const PROJECT = path.join(HOME, 'a path with a space')
const DATA = path.join(HOME, 'kept data')

const postgres = () => ensurePostgres({ dir: path.join(DATA, 'pg') })

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: (await postgres()).url('schakel') })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const startOfPostgres = async () =>
  (await ask<{ at: string }>('SELECT pg_postmaster_start_time()::text AS at'))[0]?.at

describe.runIf(process.platform === 'linux')('the demo', () => {
  let env: Record<string, string>
  let demo: Demo
  let neighbour: net.Server
  let takenPort: number

  beforeAll(async () => {
    fs.mkdirSync(PROJECT, { recursive: true })
    copyProject(ROOT, PROJECT)
    neighbour = net.createServer().listen(0, '127.0.0.1')
    await once(neighbour, 'listening')
    takenPort = (neighbour.address() as net.AddressInfo).port
    env = { SCHAKEL_DATA: DATA, PORT: String(takenPort), DEMO_SEASON: 'small' }
    demo = await openDemo(PROJECT, env)
  })

  afterAll(async () => {
    neighbour.close()
    for (const line of processesOf(DATA)) if (!/postgres/.test(line)) process.kill(Number(line.split(' ')[0]))
    await until(() => (processesOf(DATA).every((line) => /postgres/.test(line)) ? true : undefined))
    const server = await postgres()
    server.stop()
    fs.rmSync(server.base, { recursive: true, force: true })
    fs.rmSync(HOME, { recursive: true, force: true })
  })

  test('opens in a path with a space, on the next port when the asked one is taken, and says so', async () => {
    expect(Number(new URL(demo.origin).port)).toBeGreaterThan(takenPort)
    expect(demo.output()).toContain(`Port ${takenPort} is taken`)
    expect(demo.output()).toContain('school@schakel.example')
    expect(demo.output()).toMatch(/(PostgreSQL|Meilisearch [\d.]+) answers searches \(\d{3,} offers\)/)
    const state = (await (await fetch(`${demo.origin}/ready`)).json()) as { ready: boolean }
    expect(state).toMatchObject({ ready: true, parts: { worker: { ok: true } } })
    expect((await fetch(`${demo.origin}/offers`)).status).toBe(200)
  })

  test('does not run twice with the same data', async () => {
    const second = launchDemo(PROJECT, env)
    const [code] = await once(second, 'close')
    expect(code).toBe(1)
    expect(second.said()).toContain(`already runs at ${demo.origin}`)
    expect((await fetch(`${demo.origin}/health`)).status).toBe(200)
  })

  test('killed without warning, leaves no server; the next start takes the database over with all that was written', async () => {
    await ask(`INSERT INTO rate_limit (key, points, expire) VALUES ('lifecycle', 1, 9000000000000)`)
    const before = await startOfPostgres()
    process.kill(demo.pid, 'SIGKILL')
    await demo.ended()
    await until(() => (processesOf(DATA).every((line) => /postgres/.test(line)) ? true : undefined))

    demo = await openDemo(PROJECT, env)

    expect(await startOfPostgres()).toBe(before)
    expect(await ask(`SELECT points FROM rate_limit WHERE key = 'lifecycle'`)).toEqual([{ points: 1 }])
    expect(demo.output()).not.toContain('Filling the database')
  })

  test('ends at Ctrl-C with every process, the database too, and has its data at the next start', async () => {
    process.kill(-demo.pid, 'SIGINT')
    expect(await demo.ended()).toBe(0)
    expect(processesOf(DATA)).toEqual([])

    demo = await openDemo(PROJECT, env)
    expect(await ask(`SELECT points FROM rate_limit WHERE key = 'lifecycle'`)).toEqual([{ points: 1 }])
    expect(demo.output()).not.toContain('Filling the database')
    process.kill(demo.pid, 'SIGTERM')
    expect(await demo.ended()).toBe(0)
    expect(processesOf(DATA)).toEqual([])
  })

  test('asked to stop while it starts, leaves nothing either', async () => {
    const child = launchDemo(PROJECT, env)
    await until(() => (processesOf(DATA).some((line) => /postgres/.test(line)) ? true : undefined))
    process.kill(-(child.pid as number), 'SIGINT')
    await once(child, 'close')
    expect(processesOf(DATA)).toEqual([])
  })
})
