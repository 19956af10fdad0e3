import { expect, test } from 'vitest'
import { readMail } from './read-mail.server'
import { isSignedMail, signatureOf } from './signed-mail.server'

const raw = (text: string) => new TextEncoder().encode(text.replace(/\n/g, '\r\n'))

test('words, sender, recipients of every kind, and a file', async () => {
  const mail = await readMail(
    raw(`Delivered-To: c+1@antwoord.nl
From: Anna <Anna@College.nl>
To: Karim <c+2@antwoord.nl>
Message-ID: <a@college.nl>
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=utf-8

Graag.
--x
Content-Type: application/pdf; name="blad.pdf"
Content-Disposition: attachment; filename="blad.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--x--
`),
    '##',
  )
  expect(mail).toMatchObject({ from: 'anna@college.nl', messageId: '<a@college.nl>', failure: null })
  expect(mail.recipients).toEqual(['c+1@antwoord.nl', 'c+2@antwoord.nl'])
  expect(mail.text.trim()).toBe('Graag.')
  expect(mail.files).toHaveLength(1)
  expect(mail.files[0]).toMatchObject({ name: 'blad.pdf', isInText: false })
})

test('of HTML alone the words are read, up to where it quotes', async () => {
  const mail = await readMail(
    raw(`From: a@b.nl
Content-Type: text/html; charset=utf-8

<style>p{}</style><p>Ja &amp; graag &#8364; 3</p><p>Anna</p><div class="gmail_quote">Kan het?</div>
`),
    '## hier ##',
  )
  expect(mail.text.trim()).toBe('Ja & graag € 3\nAnna\n\n## hier ##'.replace('\n\n', '\n\n'))
})

test('a report of failure names the mail; one of delay is none', async () => {
  const report = (action: string) =>
    raw(`From: MAILER-DAEMON@b.nl
To: c+1@antwoord.nl
Content-Type: multipart/report; report-type=delivery-status; boundary=x

--x
Content-Type: text/plain

It did not arrive.
--x
Content-Type: message/delivery-status

Reporting-MTA: dns; b.nl

Final-Recipient: rfc822; anna@college.nl
Action: ${action}
Status: 5.1.1
--x
Content-Type: message/rfc822

Message-ID: <ours@schakel.nl>
Subject: Gesprek

Tekst
--x--
`)
  const { failure } = await readMail(report('failed'), '##')
  expect(failure?.mailIds).toContain('<ours@schakel.nl>')
  expect(failure?.isForGood).toBe(true)
  expect((await readMail(report('delayed'), '##')).failure).toBeNull()
})

test('a handed over mail is signed over its moment and its body', () => {
  const [secret, now, body] = ['s'.repeat(32), new Date('2026-11-30T10:00:00Z'), raw('mail')]
  const moment = String(now.getTime() / 1000)
  const signature = signatureOf(moment, body, secret)
  expect(isSignedMail({ moment, signature, body }, secret, now)).toBe(true)
  expect(isSignedMail({ moment, signature, body: raw('mail!') }, secret, now)).toBe(false)
  expect(isSignedMail({ moment, signature: null, body }, secret, now)).toBe(false)
  expect(isSignedMail({ moment, signature, body }, secret, new Date('2026-11-30T10:06:00Z'))).toBe(false)
})
