/** A thousand passwords for one account, also with forged addresses of the sender; the owner still gets in. */
import { DEMO_PASSWORD, emailOf, makeTally, type Target } from './attack'

const TRIES = 1_000

export async function signInFlood(target: Target) {
  const tally = makeTally()
  const email = emailOf('bedrijf')
  const owner = await target.as('bedrijf')
  let checked = 0
  for (let time = 0; time < TRIES; time++) {
    const forged = { 'X-Forwarded-For': `198.51.100.${time % 250}`, 'X-Real-Ip': `198.51.100.${time % 250}` }
    const answer = await target
      .visitor()
      .post('/sign-in', { email, password: `raad-${time}-wachtwoord` }, forged)
    if (answer.status === 422 || answer.status === 401) checked++
    tally.check(answer.status !== 302 && answer.status < 500, `try ${time}: ${answer.status}`)
  }
  tally.check(checked <= 100, `${checked} of ${TRIES} passwords were looked at`)
  const right = await target.visitor().post('/sign-in', { email, password: DEMO_PASSWORD })
  tally.check(right.status === 429, `a stranger with the right password after the flood: ${right.status}`)
  const session = await owner.get('/account')
  tally.check(session.status === 200, `the owner's session ended: ${session.status}`)
  const known = target.visitor()
  known.setCookie('known', owner.cookie('known') ?? '')
  const back = await known.post('/sign-in', { email, password: DEMO_PASSWORD })
  tally.check(back.status === 302, `the owner on a known browser is shut out: ${back.status}`)
  return tally.result()
}
