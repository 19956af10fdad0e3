// What the program says when it is open.

const ACCOUNTS = [
  ['school@schakel.example', 'a school: vmbo and havo in Almelo'],
  ['bedrijf@schakel.example', 'a company: Haverlijn Robotsystemen, Almelo'],
  ['regio@schakel.example', 'the coordinator of all regions of landsdeel Oost'],
  ['beheer@schakel.example', 'the administrator'],
]

/** @param {{ origin: string, startedAt: number }} how `startedAt` on the clock of `performance`. */
export async function welcome({ origin, startedAt }) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const wanted = process.env.PORT || '3000'
  if (!process.env.ORIGIN && new URL(origin).port !== wanted) console.log(`\n  Port ${wanted} is taken.`)
  console.log(`
  Schakel is open: ${origin}   (after ${seconds} s; Ctrl-C stops it)

  Sign in at ${origin}/sign-in with the password schakel-demo-2026 as
${ACCOUNTS.map(([email, who]) => `    ${email.padEnd(26)}${who}`).join('\n')}
`)
}
