/** What is read in a typed question, as a page: chips that are links, and what is taken back. */
import { expect, test } from 'vitest'
import { testApp } from '../setup/app'

const app = await testApp({ with: 'demo' })
const get = async (query: string) => {
  const { status, text, location } = await app.client().get(`/offers?${new URLSearchParams(query)}`)
  return { status, location, text: text.replaceAll('&amp;', '&') }
}
const linkOf = (text: string, name: string) =>
  new RegExp(`<a[^>]*aria-label="${name}"[^>]*>`).exec(text)?.[0]?.match(/href="([^"]*)"/)?.[1]

test('each thing that is read is a link that takes it back, and the page stands without JavaScript', async () => {
  const { status, text } = await get('q=gratis excursie havo 3 Eindhoven')
  expect(status).toBe(200)
  const q = 'q=gratis+excursie+havo+3+Eindhoven'
  expect(linkOf(text, 'Haal weg: Gratis')).toBe(`/offers?${q}&plain=gratis`)
  expect(linkOf(text, 'Haal weg: Excursie')).toBe(`/offers?${q}&plain=excursie`)
  expect(linkOf(text, 'Haal weg: havo, klas 3')).toBe(`/offers?${q}&plain=havo+3`)
  expect(linkOf(text, 'Haal weg: binnen 25 km van Eindhoven')).toBe(`/offers?${q}&plain=eindhoven`)
  const back = await get('q=gratis excursie havo 3 Eindhoven&plain=gratis&plain=eindhoven')
  expect(linkOf(back.text, 'Haal weg: Gratis')).toBeUndefined()
  expect(linkOf(back.text, 'Haal weg: Excursie')).toBeDefined()
  // The form keeps it when it is sent again.
  expect(back.text).toMatch(/<input type="hidden" name="plain" value="gratis"/)
})

test('an area in the place field has no distance to choose', async () => {
  const { status, text } = await get('place=regio Twente')
  expect(status).toBe(200)
  expect(text).toContain('In het hele gebied')
  expect(text).not.toMatch(/<option value="25"/)
  expect((await get('place=regio Twente&radius=25')).location).toBe('/offers?place=regio+Twente')
})

test('an area is named in the language of the reader, also where a name has several meanings', async () => {
  const client = app.client()
  expect((await client.get('/offers?place=gemeente+Almelo')).text).toContain('Haal weg: in gemeente Almelo')
  await client.get('/offers?lang=en')
  const { text } = await client.get('/offers?place=gemeente+Almelo')
  expect(text).toContain('Remove: in the municipality of Almelo')
  expect(text).not.toContain('Remove: in gemeente')
})

test('in English too', async () => {
  const client = app.client()
  await client.get('/offers?lang=en')
  const { text } = await client.get('/offers?q=free%20lesson%20robots%20in%20Zeeland')
  expect(text).toContain('How we read your question')
  expect(text).toContain('Remove: in Zeeland')
})

test.each([
  'plain=%00',
  'plain=<script>',
  'q=constructor',
  'q=__proto__ vmbo in&plain=__proto__',
  'q=in in in regio van de',
])('whatever stands there is answered: %s', async (query) => {
  expect([200, 302]).toContain((await get(query)).status)
})

test('the place field suggests points and areas, each with its kind', async () => {
  const { json } = await suggestions('twen')
  expect(json.choices).toContainEqual({ kind: 'region', label: 'Twente', detail: '', ask: 'regio Twente' })
  for (const typed of ['', '%', "'", '\u0000', '🤖', 'x'.repeat(5000)])
    expect((await suggestions(typed)).status).toBe(200)
})

async function suggestions(typed: string) {
  const { status, text } = await app.client().get(`/api/places?${new URLSearchParams({ q: typed })}`)
  return { status, json: JSON.parse(text) as { readonly choices: readonly unknown[] } }
}
