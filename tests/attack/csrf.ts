/** Forms that another site sends with the cookies of who is signed in here. */
import { makeTally, type Target } from './attack'
import { crawl, START } from './crawl'

export async function csrf(target: Target) {
  const tally = makeTally()
  const senders = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: `${target.origin}.evil.example` },
    { Origin: target.origin.replace(/:\d+$/, ':1') },
    { Origin: `${target.origin}, https://evil.example` },
  ]
  for (const account of ['school', 'bedrijf'] as const) {
    const client = await target.as(account)
    const actions = new Map<string, Readonly<Record<string, unknown>>>()
    for (const { forms } of await crawl(client, target.origin, START))
      for (const form of forms) actions.set(form.action, form.fields)
    for (const [action, fields] of actions)
      for (const sender of senders)
        for (const path of [action, dataPath(action)]) {
          const answer = await client.post(path, fields as Record<string, string>, sender)
          tally.check(answer.status === 403, `POST ${path} from ${sender.Origin}: ${answer.status}`)
        }
  }
  return tally.result()
}

/** Where the pages' own script sends a form. */
function dataPath(action: string): string {
  const { pathname, search } = new URL(action, 'http://own.invalid')
  return `${pathname === '/' ? '/_root' : pathname}.data${search}`
}
