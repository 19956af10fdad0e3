/** The real web server on a test database: Express, the production build of Remix, cookies, forms, counted queries. */
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { inject } from 'vitest'
import { hashPassword } from '~/platform/auth/password.server'
import { parseEnv } from '~/platform/env/env.server'
import { type Log, makeLog } from '~/platform/log/log.server'
import { forget } from '~/platform/process-wide.server'
import { createApp } from '~/server/express-app.server'
import { atTheEnd } from './at-the-end'
import type { Client } from './browser'
import { makeClient } from './client'
import type { CONTENTS } from './contents'
import { type TestDatabase, testDatabase } from './database'
import { freePort } from './free-port'

export type TestApp = {
  readonly origin: string
  readonly database: TestDatabase
  /** A browser of its own, signed in nowhere. */
  client(): Client
  /** A browser of its own in which the user has signed in by the form. The user gets a password for it. */
  signIn(user: { readonly id: string; readonly email: string }): Promise<Client>
}

const PASSWORD = 'een-wachtwoord-van-de-toets'

/**
 * One at a time: the build keeps its parts process-wide, and a second one closes those of the first. Costs about a second.
 * @param options `env`: settings that differ; with another `APP_ENV` the server counts no statements, so what is asked of
 * it is asked by `fetch`. `log`: takes what the server writes, which is nothing unless told.
 */
export async function testApp(
  options: {
    readonly with?: keyof typeof CONTENTS
    readonly env?: Readonly<Record<string, string>>
    readonly log?: Log
  } = {},
): Promise<TestApp> {
  await closeParts()
  // Other files run in this process after it: what one of them sets is none of theirs.
  const before = Object.keys(options.env ?? {}).map((name) => [name, process.env[name]] as const)
  atTheEnd(async () => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  })
  const database = await testDatabase(options)
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  Object.assign(process.env, {
    APP_ENV: 'test',
    DATABASE_URL: database.url,
    DATABASE_POOL: '5',
    ORIGIN: origin,
    SECRET: 'a secret of tests, long enough to be one',
    LOG_LEVEL: 'silent',
    FLOOD_FACTOR: '0',
    ...options.env,
  })
  const env = parseEnv(process.env)
  const files = inject('build')
  const build = (await import(/* @vite-ignore */ pathToFileURL(files.server).href)) as ServerBuild
  const log = options.log ?? makeLog(env.LOG_LEVEL, 'test')
  const app = createApp({ build, assetsFolder: files.assets, env, log })
  const server = app.listen(port, '127.0.0.1')
  await once(server, 'listening')
  atTheEnd(async () => {
    server.closeAllConnections()
    server.close()
    await closeParts()
  })
  return {
    origin,
    database,
    client: () => makeClient(origin),
    async signIn({ id, email }) {
      await database.db.totpSecret.deleteMany({ where: { userId: id } })
      await database.db.user.update({ where: { id }, data: { passwordHash: await hashPassword(PASSWORD) } })
      const client = makeClient(origin)
      const answer = await client.submit('/sign-in', { email, password: PASSWORD })
      if (answer.status !== 302) throw new Error(`signing in answered ${answer.status}: ${answer.text}`)
      await withSecondStep(database.db, id)
      return client
    },
  }
}

/** Who coordinates or administers can do nothing without a second step; `second-step.test.ts` is about that. */
async function withSecondStep(db: TestDatabase['db'], userId: string): Promise<void> {
  const isOwing = await db.user.count({
    where: { id: userId, OR: [{ isAdministrator: true }, { coordinatorRegions: { some: {} } }] },
  })
  if (isOwing === 0) return
  await db.totpSecret.create({ data: { userId, sealed: '', keyId: '', confirmedAt: new Date() } })
  await db.session.updateMany({ where: { userId }, data: { isTwoFactor: true } })
}

/** The build has its own copy of every module; what it wired hangs on `globalThis`. */
async function closeParts(): Promise<void> {
  const wiring = (globalThis as Record<symbol, unknown>)[Symbol.for('schakel:wiring')] as
    | { close(): Promise<void> }
    | undefined
  for (const part of ['env', 'wiring']) forget(part)
  await wiring?.close()
}
