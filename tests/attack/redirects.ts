/** Addresses that should lead back into the site and try to lead out of it. */
import { DEMO_PASSWORD, emailOf, makeTally, type Target } from './attack'

const AWAY: readonly string[] = [
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/%09/evil.example',
  '/%5cevil.example',
  'https:evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/..//evil.example',
  '/.//evil.example',
  ' //evil.example',
  '@evil.example',
  '/@evil.example',
  'http://127.0.0.1@evil.example',
  '/offers\r\nLocation: https://evil.example',
  'offers',
]

export async function redirects(target: Target) {
  const tally = makeTally()
  const stays = (location: string | null) => {
    if (location === null) return true
    const url = new URL(location, target.origin)
    return url.origin === target.origin && !/^\/[/\\]/.test(location)
  }
  for (const to of AWAY) {
    const asked = `/sign-in?to=${encodeURIComponent(to)}`
    const signedIn = await (await target.as('school')).get(asked)
    tally.check(stays(signedIn.location), `GET ${asked} leads to ${signedIn.location}`)
    const fields = { email: emailOf('school'), password: DEMO_PASSWORD, to }
    const answer = await target.visitor().post('/sign-in', fields)
    tally.check(stays(answer.location), `signing in with to=${to} leads to ${answer.location}`)
    for (const path of ['/language', '/theme']) {
      const chosen = await target
        .visitor()
        .post(
          path,
          { to, locale: 'en', lang: 'en', theme: 'dark', back: to },
          { Referer: to.replace(/[^\x21-\x7e]/g, '') },
        )
      tally.check(stays(chosen.location), `POST ${path} with to=${to} leads to ${chosen.location}`)
    }
  }
  return tally.result()
}
