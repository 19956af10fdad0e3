/** One-use links of mails: guessed, changed, used twice, used for something else. */
import { randomBytes } from 'node:crypto'
import { isBroken, isOpen, makeTally, type Target } from './attack'

const DOORS = [
  '/verify-email',
  '/reset-password',
  '/answer/proposal',
  '/answer/hold',
  '/answer/still-wanted',
  '/answer/still-right',
  '/answer/silence',
  '/entered/request',
  '/preview/offer',
  '/join/organisation',
  '/saved-searches/confirm',
  '/saved-searches/renew',
  '/saved-searches/end',
]

export async function links(target: Target) {
  const tally = makeTally()
  const visitor = target.visitor()
  const guess = () =>
    [randomBytes(16), null, randomBytes(32)]
      .map((bytes) => (bytes ? bytes.toString('base64url') : (2e9).toString(36)))
      .join('.')
  for (const door of DOORS)
    for (let time = 0; time < 60; time++) {
      const answer = await visitor.get(`${door}?token=${guess()}`)
      tally.check(!isOpen(answer.status) && !isBroken(answer.status), `GET ${door} guessed: ${answer.status}`)
    }

  const { email } = await target.newcomer()
  await visitor.submit('/forgot-password', { email })
  const token = await tokenOf(target, email, '/reset-password')
  for (const door of DOORS.filter((door) => door !== '/reset-password')) {
    const answer = await visitor.get(`${door}?token=${token}`)
    tally.check(!isOpen(answer.status), `the link of a new password opens ${door}: ${answer.status}`)
  }
  for (const changed of [
    flip(token, 3),
    flip(token, 25),
    flip(token, token.length - 4),
    `${token}x`,
    later(token),
  ]) {
    const answer = await visitor.get(`/reset-password?token=${changed}`)
    tally.check(!isOpen(answer.status), `a changed link opens: ${answer.status}`)
  }
  const twice = { token, password: 'nog een heel ander wachtwoord' }
  for (let look = 0; look < 3; look++) {
    const seen = await visitor.get(`/reset-password?token=${token}`)
    tally.check(isOpen(seen.status), `looking at a link uses it up: ${seen.status}`)
  }
  const uses = await Promise.all([1, 2, 3].map(() => target.visitor().post('/reset-password', twice)))
  tally.check(
    uses.filter(({ status }) => status === 302).length === 1,
    `a link worked ${uses.map((use) => use.status)}`,
  )
  const again = await visitor.post('/reset-password', twice)
  tally.check(again.status !== 302, `a used link worked: ${again.status}`)
  return tally.result()
}

async function tokenOf(target: Target, email: string, path: string): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    const text = await target.mailTo(email)
    const link = text.match(new RegExp(`${path}\\?token=([\\w.-]+)`))?.[1]
    if (link) return link
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error(`no mail with ${path} came`)
}

function flip(token: string, at: number): string {
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
}

/** The same link with a day of its own choice. */
function later(token: string): string {
  const [name, , signature] = token.split('.')
  return [name, (4e9).toString(36), signature].join('.')
}
