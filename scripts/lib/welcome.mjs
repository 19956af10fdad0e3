// What the program says when it is open.
import { wantedPort } from './port.mjs'

const ACCOUNTS = [
  ['school@schakel.example', 'a school: vmbo and havo in Almelo'],
  ['bedrijf@schakel.example', 'a company: Haverlijn Robotsystemen, Almelo'],
  ['regio@schakel.example', 'the coordinator of all regions of landsdeel Oost'],
  ['beheer@schakel.example', 'the administrator'],
]

/** @param {{ origin: string, port: number, mailInPort: string, startedAt: number }} how `startedAt` on the clock of `performance`. */
export async function welcome({ origin, port, mailInPort, startedAt }) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const wanted = wantedPort()
  if (port !== wanted) console.log(`\n  Port ${wanted} is taken, ${port} is the next free one.`)
  console.log(`
  Schakel is open: ${origin}   (after ${seconds} s; Ctrl-C stops it)

  Sign in at ${origin}/sign-in with the password schakel-demo-2026 as
${ACCOUNTS.map(([email, who]) => `    ${email.padEnd(26)}${who}`).join('\n')}

  Mails are read at ${origin}/dev/mail; answers to them are taken in by SMTP at 127.0.0.1:${mailInPort}.

  ${await engineAt(port)}
`)
}

/** Asked of the running program: what it was told and what it does may differ. */
async function engineAt(port) {
  const { engine, version, documents, degraded } = await searchState(port)
  if (degraded)
    return `Meilisearch does not answer; PostgreSQL stands in (${documents} offers) and hands over as soon as it does.`
  return engine === 'meilisearch'
    ? `Meilisearch ${version} answers searches (${documents} offers). To have PostgreSQL answer instead, start with MEILI_URL unset
  and without \`meilisearch\` on the PATH.`
    : `PostgreSQL answers searches (${documents} offers). To have Meilisearch answer instead, put its program \`meilisearch\` on
  the PATH, or set MEILI_URL and MEILI_MASTER_KEY to one that runs.`
}

/** An engine that was started a moment ago may need a second to warm up. */
async function searchState(port) {
  for (let tries = 0; ; tries++) {
    const { parts } = await fetch(`http://localhost:${port}/ready`).then((answer) => answer.json())
    if ((parts.search.engine && !parts.search.degraded) || tries === 5) return parts.search
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
