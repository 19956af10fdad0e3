/** A session that was planted, copied, or should have ended. */
import { DEMO_PASSWORD, emailOf, isOpen, makeTally, type Target } from './attack'

export async function sessions(target: Target) {
  const tally = makeTally()
  const planted = 'planted-session-id-0123456789abcdefghij'
  const victim = target.visitor()
  victim.setCookie('session', planted)
  const answer = await victim.submit('/sign-in', { email: emailOf('school'), password: DEMO_PASSWORD })
  tally.check(answer.status === 302, `signing in with a planted session answered ${answer.status}`)
  const session = victim.cookie('session')
  tally.check(session !== undefined && session !== planted, 'the planted session was taken over')
  const thief = target.visitor()
  thief.setCookie('session', planted)
  tally.check(!isOpen((await thief.get('/account')).status), 'the planted session opens the account')

  const anonymous = target.visitor()
  await anonymous.get('/')
  tally.check(anonymous.cookie('session') === undefined, 'a visitor gets a session')

  const copied = target.visitor()
  copied.setCookie('session', session ?? '')
  tally.check(isOpen((await copied.get('/account')).status), 'the check itself: a copied session opens')
  await victim.post('/sign-out', {})
  tally.check(!isOpen((await copied.get('/account')).status), 'a session lives on after signing out')

  for (const guess of ['', 'a', '0'.repeat(40), "' OR 1=1--", '../../x', 'x'.repeat(4000)]) {
    const guesser = target.visitor()
    guesser.setCookie('session', encodeURIComponent(guess))
    const { status } = await guesser.get('/account')
    tally.check(status === 302, `session=${guess.slice(0, 20)}: ${status}`)
  }
  const set = (
    await target.visitor().post('/sign-in', { email: emailOf('school'), password: DEMO_PASSWORD })
  ).headers
    .getSetCookie()
    .filter((line) => /session=/.test(line))
  tally.check(
    set.length === 1 && set.every((line) => /HttpOnly/i.test(line) && /SameSite=Lax/i.test(line)),
    `${set}`,
  )
  return tally.result()
}
