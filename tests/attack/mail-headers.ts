/** Names and addresses that carry a line of a mail of their own. */
import { randomBytes } from 'node:crypto'
import { makeTally, type Target } from './attack'

const LINES: readonly string[] = [
  '\r\nBcc: victim@evil.example',
  '\nBcc: victim@evil.example',
  '\rBcc: victim@evil.example',
  '%0d%0aBcc: victim@evil.example',
  '\u2028Bcc: victim@evil.example',
  '\r\n\r\n<h1>Other body</h1>',
  '" <victim@evil.example>, "',
  ', victim@evil.example',
]

export async function mailHeaders(target: Target) {
  const tally = makeTally()
  for (const line of LINES) {
    const email = `kop-${randomBytes(6).toString('hex')}@schakel.example`
    const fields = { password: 'een wachtwoord van een vreemde', audience: 'school' }
    const byName = await target.visitor().submit('/sign-up', { ...fields, email, name: `Kop${line}` })
    if (byName.status === 302) {
      const mail = await target.mailTo(email)
      tally.check(!/<h1>Other body<\/h1>/.test(mail), `a name with ${JSON.stringify(line)} wrote the mail`)
    } else tally.check(byName.status === 422, `a name with ${JSON.stringify(line)}: ${byName.status}`)
    for (const address of [`${email}${line}`, `${line}${email}`]) {
      const answer = await target.visitor().submit('/sign-up', { ...fields, email: address, name: 'Kop' })
      tally.check(
        answer.status === 422 || answer.status === 302,
        `an address with ${JSON.stringify(line)}: ${answer.status}`,
      )
      await target.visitor().submit('/forgot-password', { email: address })
    }
  }
  // The worker has sent all of them by the time that a later mail is there.
  await target.newcomer()
  const list = await target.visitor().get('/dev/mail')
  tally.check(!list.text.includes('victim@evil.example'), 'a mail went to an address that was slipped in')
  return tally.result()
}
