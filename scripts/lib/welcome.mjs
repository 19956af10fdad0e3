// What the demo says when it is open.

const ACCOUNTS = [
  ['school@schakel.example', 'a school: vmbo and havo in Almelo'],
  ['bedrijf@schakel.example', 'a company: Haverlijn Robotsystemen, Almelo'],
  ['regio@schakel.example', 'the coordinator of all regions of landsdeel Oost'],
  ['beheer@schakel.example', 'the administrator'],
]

export async function welcome({ origin, port, wantedPort, startedAt, log }) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (port !== wantedPort) log(`Port ${wantedPort} is taken: this one answers on ${port}.`)
  log(`
  Schakel is open: ${origin}   (after ${seconds} s; Ctrl-C stops it)

  Sign in at ${origin}/sign-in with the password schakel-demo-2026 as
${ACCOUNTS.map(([email, who]) => `    ${email.padEnd(26)}${who}`).join('\n')}
`)
}
