/** The running demo as the attacks see it: only by what anybody on the network can send. */
import { randomBytes } from 'node:crypto'
import { type Client, makeBrowser } from '../setup/browser'
import { type Account, DEMO_PASSWORD, emailOf, type Target } from './attack'
import { decoded } from './page'

const PASSWORD = 'een wachtwoord van een vreemde'

export function makeTarget(origin: string): Target {
  const known = new Map<Account, Promise<Client>>()
  const target: Target = {
    origin,
    visitor: () => makeBrowser(origin),
    as(account) {
      const client = known.get(account) ?? signedIn(origin, emailOf(account), DEMO_PASSWORD)
      known.set(account, client)
      return client
    },
    async newcomer() {
      const email = `vreemde-${randomBytes(6).toString('hex')}@schakel.example`
      const fields = { name: 'Vera Vreemd', email, password: PASSWORD, audience: 'company' }
      const answer = await makeBrowser(origin).submit('/sign-up', fields)
      if (answer.status !== 302) throw new Error(`signing up answered ${answer.status}`)
      const link = /\/verify-email\?token=[\w.-]+/.exec(await target.mailTo(email))?.[0]
      if (!link) throw new Error('the mail has no link')
      const token = new URL(link, origin).searchParams.get('token') ?? ''
      const confirmed = await makeBrowser(origin).submit(link, { token })
      if (confirmed.status >= 400) throw new Error(`confirming answered ${confirmed.status}`)
      return { client: await signedIn(origin, email, PASSWORD), email }
    },
    async mailTo(email) {
      for (let tries = 0; tries < 120; tries++) {
        const list = await makeBrowser(origin).get('/dev/mail')
        const row = list.text
          .split('<li')
          .find((text) => text.includes(email) && text.includes('href="/dev/mail/'))
        const path = /href="(\/dev\/mail\/[^"]+)"/.exec(row ?? '')?.[1]
        if (path) return decoded((await makeBrowser(origin).get(path)).text)
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
      throw new Error('no mail came')
    },
  }
  return target
}

async function signedIn(origin: string, email: string, password: string): Promise<Client> {
  const client = makeBrowser(origin)
  const answer = await client.submit('/sign-in', { email, password })
  if (answer.status !== 302) throw new Error(`signing in as ${email} answered ${answer.status}`)
  return client
}
