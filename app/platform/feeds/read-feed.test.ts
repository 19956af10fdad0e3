import { expect, test } from 'vitest'
import { AppError } from '~/kernel/errors'
import { readFeed } from './read-feed.server'

const read = (text: string) => readFeed(new TextEncoder().encode(text))
async function asRecords(text: string) {
  const { heads, rows } = await read(text)
  return rows.map(({ cells }) =>
    Object.fromEntries(heads.map((head, i) => [head, cells[i]]).filter(([, cell]) => cell !== '')),
  )
}

test('our own JSON: numbers, lists and yes or no become what a cell of a table holds', async () => {
  const offers = [{ number: 7, title: 'Lassen', topics: ['Robots', 'Lassen'], girls: true, nested: { a: 1 } }]
  const expected = [{ number: '7', title: 'Lassen', topics: 'Robots; Lassen', girls: 'ja' }]
  expect(await asRecords(JSON.stringify({ offers }))).toEqual(expected)
  expect(await asRecords(JSON.stringify(offers))).toEqual(expected)
})

const COURSE = {
  '@context': 'https://schema.org',
  '@type': 'Course',
  identifier: { '@type': 'PropertyValue', value: 'C-1' },
  name: { '@value': 'Lassen', '@language': 'nl' },
  description: 'Leerlingen lassen.',
  timeRequired: 'PT1H30M',
  inLanguage: ['nl', 'en'],
  offers: { '@type': 'Offer', price: '12.50' },
  location: { '@type': 'Place', address: { postalCode: '7607 AB' } },
}
const READ = {
  identifier: 'C-1',
  name: 'Lassen',
  description: 'Leerlingen lassen.',
  timeRequired: '90',
  inLanguage: 'nl; en',
  price: '12.50',
  postalCode: '7607 AB',
}

test.each([
  ['a thing', JSON.stringify(COURSE)],
  [
    'a graph',
    JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [{ '@type': 'Organization', name: 'x' }, COURSE],
    }),
  ],
  [
    'a list of things in a page',
    `<!doctype html><script>var a='<b>'</script><SCRIPT type='application/ld+json' id="x">${JSON.stringify({ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: COURSE }] })}</SCRIPT><p>&`,
  ],
])('linked data as %s', async (_name, text) => {
  expect(await asRecords(text)).toEqual([READ])
})

test('RSS and Atom give the same, without the markup inside their texts', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Werf</title>
    <item><guid>R-1</guid><title>Lassen</title><link>https://werf.example/1</link><category>Robots</category><category>Lassen</category>
    <description><![CDATA[<p>Leerlingen <b>lassen</b>.</p>]]></description></item>
    <item><title>Zonder nummer</title><link>https://werf.example/2</link></item></channel></rss>`
  expect(await asRecords(rss)).toEqual([
    {
      identifier: 'R-1',
      name: 'Lassen',
      url: 'https://werf.example/1',
      keywords: 'Robots; Lassen',
      description: 'Leerlingen lassen .',
    },
    { identifier: 'https://werf.example/2', name: 'Zonder nummer', url: 'https://werf.example/2' },
  ])
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><id>x</id><entry><id>A-1</id><title>Lassen</title>
    <author><name>Iemand</name></author><link rel="self" href="https://werf.example/atom"/><link href="https://werf.example/1"/>
    <category term="robots" label="Robots"/><summary type="html">&lt;p&gt;Kort&lt;/p&gt;</summary></entry></feed>`
  expect(await asRecords(atom)).toEqual([
    {
      identifier: 'A-1',
      name: 'Lassen',
      url: 'https://werf.example/1',
      keywords: 'Robots',
      description: 'Kort',
    },
  ])
})

test.each<[string, string, string]>([
  ['a page without data', '<!doctype html><p>Welkom</p>', 'feed.not-a-feed'],
  ['broken JSON', '{"offers": [', 'feed.broken'],
  ['JSON of something else', '{"a": 1}', 'feed.not-a-feed'],
  ['an empty list', '{"offers": []}', 'feed.not-a-feed'],
  ['broken XML', '<rss><channel><item><title>x</channel></rss>', 'feed.broken'],
  [
    'entities that grow',
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
    'feed.broken',
  ],
  [
    'a file of the server by an entity',
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
    'feed.broken',
  ],
])('%s is refused', async (_name, text, code) => {
  const error = await read(text).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(AppError)
  expect((error as AppError).code).toBe(code)
})

test('a page of a megabyte of openings is read in no time', async () => {
  const started = performance.now()
  await read('<script '.repeat(120_000)).catch(() => {})
  expect(performance.now() - started).toBeLessThan(3_000)
})
