/** The pages for those who build, through the real server in each environment. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { testApp } from '../setup/app'
import { atTheEnd } from '../setup/at-the-end'
import { routeModules } from '../setup/route-modules'

const MAIL = '000000000000001-0123abcd'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tests-dev-pages-'))
fs.writeFileSync(
  path.join(folder, `${MAIL}.eml`),
  'From: a@schakel.example\r\nTo: b@schakel.example\r\nSubject: Een brief\r\n\r\nTekst.\r\n',
)
atTheEnd(async () => fs.rmSync(folder, { recursive: true }))

/** Every route below /dev as it stands in the folder, so that a new one is asked as well. */
const addresses = routeModules()
  .filter(({ id }) => id.startsWith('dev.'))
  .map(
    ({ id }) =>
      `/${id
        .replace(/\._index$/, '')
        .replaceAll('.', '/')
        .replace('$id', MAIL)}`,
  )

test.each([
  ['production', 404],
  ['demo', 200],
  ['development', 200],
])('in %s every page under /dev answers %i', async (APP_ENV, status) => {
  const { origin } = await testApp({
    env: { APP_ENV, DEMO_MAIL_DIR: folder, SMTP_URL: 'smtp://127.0.0.1:1', DATABASE_POOL: '2' },
  })
  expect(addresses).toContain('/dev/mail')
  for (const address of addresses) {
    const answer = await fetch(origin + address)
    expect.soft(answer.status, address).toBe(status)
    expect
      .soft((await answer.text()).includes('Een brief'), address)
      .toBe(status === 200 && address.startsWith('/dev/mail'))
  }
})
