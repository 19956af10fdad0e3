/** Fields that no form has, in every form that a newcomer finds: nobody becomes more than the form says. */
import { isBroken, isOpen, makeTally, type Target } from './attack'
import { crawl } from './crawl'

const EXTRA = {
  id: '00000000-0000-4000-8000-000000000001',
  userId: '00000000-0000-4000-8000-000000000001',
  isAdministrator: 'true',
  is_administrator: 'true',
  isDemo: 'true',
  role: 'owner',
  roles: 'administrator',
  regions: 'all',
  emailVerifiedAt: '2026-01-01T00:00:00Z',
  state: 'published',
  status: 'verified',
  verification: 'verified',
  verifiedAt: '2026-01-01T00:00:00Z',
  publishedAt: '2026-01-01T00:00:00Z',
  openPlaces: '9999',
  '__proto__[isAdministrator]': 'true',
  'constructor[prototype][isAdministrator]': 'true',
} as const
/** Only for administrators and coordinators. */
const CLOSED = [
  '/admin/engine',
  '/admin/synonyms',
  '/board',
  '/board/waiting',
  '/board/rounds',
  '/board/organisations',
]
const WORD = 'massatoewijzing'

export async function massAssignment(target: Target) {
  const tally = makeTally()
  const { client, email } = await target.newcomer()
  const closed = async (after: string) => {
    for (const path of CLOSED) {
      const { status } = await client.get(path)
      tally.check(!isOpen(status), `${path} is open after ${after}`)
    }
  }
  await closed('signing up')
  const organisation = {
    name: 'Massa BV',
    about: 'Een bedrijf van de proef.',
    postcode: '7607',
    version: '1',
  }
  await client.submit('/my/organisation/new', { ...organisation, ...EXTRA })
  await closed('making an organisation')
  const start = [
    '/account',
    '/account/school',
    '/my/organisation',
    '/my/organisation/offers/begin',
    '/requests/new',
  ]
  for (const { forms } of await crawl(client, target.origin, start, 80))
    for (const form of forms) {
      const typed = Object.fromEntries(form.texts.map((name) => [name, form.fields[name] || WORD]))
      const {
        stamp: _s,
        work: _w,
        fax: _f,
        ...fields
      } = { ...typed, ...form.fields } as Record<string, string>
      for (const sent of [
        { ...EXTRA, ...fields },
        { ...fields, ...EXTRA },
      ]) {
        const answer = await client.post(form.action, sent)
        tally.check(!isBroken(answer.status), `POST ${form.action} with more: ${answer.status}`)
      }
    }
  await closed('sending every form with more')
  const found = await target.visitor().get(`/offers?q=${WORD}`)
  tally.check(
    !found.text.includes(`href="/offers/${WORD}`),
    'an offer of an unverified organisation is before schools',
  )
  const again = await target.visitor().submit('/sign-up', {
    ...EXTRA,
    name: 'Vera Vreemd',
    email: `meer-${email}`,
    password: 'een wachtwoord van een vreemde',
    audience: 'school',
  })
  tally.check([302, 422].includes(again.status), `signing up with more: ${again.status}`)
  return tally.result()
}
