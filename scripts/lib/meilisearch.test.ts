/** With a program of that name that answers as Meilisearch does where the starter looks. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { programOnPath, startMeilisearch } from './meilisearch.mjs'
import { isAlive } from './processes.mjs'

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'meilisearch-'))
const folder = path.join(home, 'data of it')
const key = 'a key of sixteen bytes or more'
afterAll(() => fs.rmSync(home, { recursive: true }))

const program = path.join(home, 'meilisearch')
fs.writeFileSync(
  program,
  `#!${process.execPath}
const address = new URL('http://' + process.argv[process.argv.indexOf('--http-addr') + 1])
if (!process.argv.includes('--no-analytics')) process.exit(1)
require('node:http').createServer((request, response) => {
  const known = request.headers.authorization === 'Bearer ' + process.env.MEILI_MASTER_KEY
  response.statusCode = request.url === '/health' || known ? 200 : 403
  response.end('{}')
}).listen(address.port, address.hostname)
`,
  { mode: 0o755 },
)
const environment = { ...process.env, PATH: home, MEILI_URL: '' }
const pidOf = () => JSON.parse(fs.readFileSync(path.join(folder, 'running.json'), 'utf8')).pid as number

describe.runIf(process.platform !== 'win32')('the search engine beside the demo', () => {
  test('is not started where it is not, nor where another is named', async () => {
    expect(
      (await startMeilisearch({ folder, key, environment: { ...environment, PATH: '/nowhere' } })).env,
    ).toEqual({})
    const named = { ...environment, MEILI_URL: 'http://there' }
    expect((await startMeilisearch({ folder, key, environment: named })).env).toEqual({})
  })

  test('answers on loopback only, with our key, and is gone afterwards', async () => {
    const engine = await startMeilisearch({ folder, key, environment })
    expect(engine.env.MEILI_URL).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(engine.env.MEILI_MASTER_KEY).toBe(key)
    const pid = pidOf()
    await engine.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('one that was left behind is taken over; one that does not take our key is ended', async () => {
    const left = await startMeilisearch({ folder, key, environment })
    const again = await startMeilisearch({ folder, key, environment })
    expect(again.env).toEqual(left.env)
    const before = pidOf()
    const other = await startMeilisearch({ folder, key: 'another key of sixteen bytes', environment })
    expect(pidOf()).not.toBe(before)
    expect(isAlive(before)).toBe(false)
    await other.stop()
  })

  test('says what it said when it does not start', async () => {
    const broken = path.join(home, 'broken')
    fs.mkdirSync(broken)
    const file = path.join(broken, 'meilisearch')
    fs.writeFileSync(file, `#!${process.execPath}\nconsole.error('no room on the disk'); process.exit(1)\n`, {
      mode: 0o755,
    })
    await expect(
      startMeilisearch({ folder, key, environment: { ...environment, PATH: broken } }),
    ).rejects.toThrow('no room on the disk')
  })

  test('is found on the PATH only when it may be run', () => {
    fs.writeFileSync(path.join(home, 'note'), '', { mode: 0o644 })
    expect(programOnPath('note', home)).toBeUndefined()
    expect(programOnPath('meilisearch', `/nowhere${path.delimiter}${home}`)).toBe(program)
  })
})
