import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLog } from '~/platform/log/log.server'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { makeCaughtMails } from './caught-mails.server'
import { renderLetter } from './letter.server'
import { makeMailStore } from './mail-store.server'
import { type Mailer, makeMailer } from './mailer.server'

const clock = { now: () => new Date('2026-11-24T12:00:00Z') }
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mailer test '))
const caught = makeCaughtMails(folder)
const open: Mailer[] = []
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  for (const mailer of open) await mailer.close()
  fs.rmSync(folder, { recursive: true })
})

function mailerWith(env: { readonly SMTP_URL?: string; readonly DEMO_MAIL_DIR?: string }): Mailer {
  const mailer = makeMailer({
    mails: makeMailStore(database.db),
    clock,
    log: makeLog('silent', 'test'),
    env: { MAIL_FROM: 'Schakel <noreply@schakel.example>', ...env },
  })
  open.push(mailer)
  return mailer
}

const mail = (reason: string) => ({
  reason,
  template: 'test',
  to: 'sanne@schakel.example',
  locale: 'nl' as const,
  content: renderLetter({
    locale: 'nl',
    subject: `Eén mail: ${reason}`,
    preview: 'p',
    heading: 'Koptekst',
    blocks: [{ kind: 'button', label: 'Ga verder', href: 'https://schakel.example/verder' }],
    footer: 'f',
  }),
})
const logOf = (reason: string) => database.db.mailLog.findUniqueOrThrow({ where: { reason } })

async function portOf(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as net.AddressInfo).port
}

test('a mail goes through SMTP into the folder, with text, HTML and the logo, and is logged as sent', async () => {
  expect(await mailerWith({ DEMO_MAIL_DIR: folder }).send(mail('whole'))).toBe(true)
  const [found] = await caught.list()
  expect(found).toMatchObject({
    from: 'noreply@schakel.example',
    to: 'sanne@schakel.example',
    subject: 'Eén mail: whole',
  })
  expect(found?.text).toContain('https://schakel.example/verder')
  expect(found?.html).toContain('src="data:image/png;base64,iVBOR')
  expect(await caught.read(found!.id)).toEqual(found)
  expect(await logOf('whole')).toMatchObject({ state: 'sent', attempts: 1, sentAt: clock.now() })
})

test('the same reason is mailed once, also when two send at the same moment', async () => {
  const mailer = mailerWith({ DEMO_MAIL_DIR: folder })
  const answers = await Promise.all([mailer.send(mail('twice')), mailer.send(mail('twice'))])
  expect(answers.filter(Boolean)).toHaveLength(1)
  expect(await mailer.send(mail('twice'))).toBe(false)
  const found = (await caught.list()).filter(({ subject }) => subject.endsWith('twice'))
  expect(found).toHaveLength(1)
})

test('without a mail server the row is there, the job fails, and a later try sends', async () => {
  const nobody = net.createServer()
  const port = await portOf(nobody)
  await new Promise((resolve) => nobody.close(resolve))
  await expect(mailerWith({ SMTP_URL: `smtp://127.0.0.1:${port}` }).send(mail('later'))).rejects.toThrow()
  expect(await logOf('later')).toMatchObject({ state: 'failed', attempts: 1 })
  expect(await mailerWith({ DEMO_MAIL_DIR: folder }).send(mail('later'))).toBe(true)
  expect(await logOf('later')).toMatchObject({ state: 'sent', attempts: 2, error: null })
})

test('what the server refuses can be tried again, and the log does not repeat the address', async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_to, _session, done) =>
      done(Object.assign(new Error('no <sanne@schakel.example> here'), { responseCode: 550 })),
  })
  const listening = server.listen(0, '127.0.0.1')
  await new Promise((resolve) => listening.once('listening', resolve))
  const { port } = listening.address() as net.AddressInfo
  const mailer = mailerWith({ SMTP_URL: `smtp://127.0.0.1:${port}` })
  await expect(mailer.send(mail('refused'))).rejects.toThrow(/not taken/)
  const row = await logOf('refused')
  expect(row.state).toBe('failed')
  expect(row.error).not.toContain('sanne@')
  expect(await database.db.mailTrouble.findMany()).toMatchObject([{ cause: 'refused', mails: 1 }])
  expect(await mailerWith({ DEMO_MAIL_DIR: folder }).send(mail('refused'))).toBe(true)
  expect(await database.db.mailTrouble.count()).toBe(0)
  await new Promise<void>((resolve) => server.close(resolve))
})

test('a connection that breaks after the letter went out is not tried again: it may have arrived', async () => {
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    socket.write('220 ready\r\n')
    let letter = ''
    let inLetter = false
    socket.on('data', (data) => {
      const text = data.toString()
      if (inLetter) {
        letter += text
        if (letter.includes('\r\n.\r\n')) socket.destroy()
      } else if (text.startsWith('DATA')) {
        inLetter = true
        socket.write('354 go on\r\n')
      } else socket.write('250 fine\r\n')
    })
  })
  const mailer = mailerWith({ SMTP_URL: `smtp://127.0.0.1:${await portOf(server)}` })
  expect(await mailer.send(mail('broken'))).toBe(false)
  expect(await logOf('broken')).toMatchObject({ state: 'pending', attempts: 1 })
  expect(await mailerWith({ DEMO_MAIL_DIR: folder }).send(mail('broken'))).toBe(false)
  server.close()
})

test('an id that leads out of the folder reads nothing', async () => {
  for (const id of ['../../etc/passwd', '', 'x', '000000000000000-00000000'])
    expect(await caught.read(id)).toBeNull()
  expect(await makeCaughtMails(path.join(folder, 'nothing here')).list()).toEqual([])
})
