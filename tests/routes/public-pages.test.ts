/** Pages for everybody: home, one offer, one company, what there is to read, and the choices of a browser. */
import { expect, test } from 'vitest'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { testApp } from '../setup/app'

const app = await testApp({ with: 'demo' })
const { db } = app.database
const addressOf = (offer: { slug: string; id: string }) => `/offers/${offer.slug}-${offer.id.slice(0, 8)}`

test('the home page counts the demo and asks the finder by a plain form', async () => {
  const { status, text } = await app.client().get('/')
  expect(status).toBe(200)
  expect(text).toContain('8.622')
  for (const name of ['kind', 'q', 'level', 'place', 'radius']) expect(text).toContain(`name="${name}"`)
})

test('an offer has one address: other words lead there for good', async () => {
  const offer = await db.offer.findFirstOrThrow({ where: { state: 'published' }, orderBy: { slug: 'asc' } })
  const wrong = await app.client().get(`/offers/oude-titel-${offer.id.slice(0, 8)}`)
  expect([wrong.status, wrong.location]).toEqual([301, addressOf(offer)])
  expect((await app.client().get(addressOf(offer))).status).toBe(200)
})

test('what is paused is not there now, what has ended is gone, what never was is unknown', async () => {
  const statusOf = async (state: 'paused' | 'archived' | 'draft') =>
    (await app.client().get(addressOf(await makeOffer(db, { state, slug: 'lasrobots' })))).status
  expect(await statusOf('paused')).toBe(404)
  expect(await statusOf('archived')).toBe(410)
  expect(await statusOf('draft')).toBe(404)
  const unknown = await app.client().get('/offers/lasrobots-00000000')
  expect(unknown.status).toBe(404)
  expect(unknown.text).toContain('Deze pagina is er niet')
  expect(unknown.text).toContain('action="/offers"')
})

test('text of a company is text, whatever is in it', async () => {
  const offer = await makeOffer(db, {
    title: '<script>alert(1)</script>',
    slug: 'script',
    summary: '"><img src=x onerror=alert(1)>',
    description: '</script><script>alert(2)</script>',
  })
  const { text } = await app.client().get(addressOf(offer))
  expect(text).toContain('&lt;script&gt;alert(1)')
  expect(text).not.toMatch(/<script>alert|<img src=x/)
})

test('the way back leads to the result that the reader came from', async () => {
  const offer = await db.offer.findFirstOrThrow({ where: { state: 'published' } })
  const answer = await app.client().get(addressOf(offer), { Referer: `${app.origin}/offers?q=robot&page=2` })
  expect(answer.text).toContain('href="/offers?q=robot&amp;page=2"')
})

test('a company that nobody has checked is not there, also when somebody knows its address', async () => {
  const company = await makeOrganisation(db, { verification: 'pending', slug: 'nog-niet' })
  expect((await app.client().get(`/organisations/${company.slug}`)).status).toBe(404)
  expect((await app.client().get('/organisations/bestaat-niet')).status).toBe(404)
})

test('a chosen language stays, leads back to the page, and beats the one in the address', async () => {
  const client = app.client()
  const answer = await client.post('/language', { lang: 'en', to: '/offers?q=robot&lang=nl' })
  expect([answer.status, answer.location]).toEqual([302, '/offers?q=robot'])
  expect((await client.get('/about')).text).toContain('<html lang="en"')
})

test('a chosen theme stands in the first byte of every page; what the device says is no choice', async () => {
  const client = app.client()
  expect((await client.get('/about')).text).not.toContain('data-theme')
  await client.post('/theme', { theme: 'dark', to: '/about' })
  expect((await client.get('/about')).text).toContain('<html lang="nl" data-theme="dark"')
  await client.post('/theme', { theme: 'system', to: '/about' })
  expect((await client.get('/about')).text).not.toContain('data-theme')
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
  'a choice never leads to %j',
  async (to) => {
    for (const [path, fields] of [
      ['/language', { lang: 'en', to }],
      ['/theme', { theme: 'dark', to }],
    ] as const)
      expect((await app.client().post(path, fields)).location).toBe('/')
  },
)

test('what is no choice changes nothing', async () => {
  for (const [path, fields] of [
    ['/language', { lang: 'xx' }],
    ['/theme', { theme: 'red' }],
    ['/theme', {}],
  ] as const) {
    const answer = await app.client().post(path, fields)
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([302, []])
  }
})

test('the parts of the design system are shown to those who build, in tests as well', async () => {
  expect((await app.client().get('/dev/components')).status).toBe(200)
})
