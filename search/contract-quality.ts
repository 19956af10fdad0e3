/** What both engines do with the signals of quality.ts: they order what fits alike, and nothing more. */
import { beforeAll, expect, test } from 'vitest'
import type { OfferDocument } from './document'
import type { IndexPort, SearchPort } from './port'
import { NEUTRAL, type Signals } from './quality'
import { sampleDocument } from './sample-document'

const SILENT: Signals = { ...NEUTRAL, answers: 0.2, confirmed: 0.1 }

export function describeQuality(
  engine: () => { readonly search: SearchPort; readonly index: IndexPort },
): void {
  const turning = { title: 'Draaien en frezen', description: 'Aan de draaibank maken we een tol.' }
  const inTitle = { title: 'De draaibank', description: 'Aan de draaibank maken we een tol.' }
  const documents = [
    sampleDocument(1, { ...turning, signals: SILENT, publishedAt: '2026-11-03T00:00:00.000Z' }),
    sampleDocument(2, { ...turning, signals: NEUTRAL, publishedAt: '2026-11-02T00:00:00.000Z' }),
    sampleDocument(3, { ...inTitle, signals: SILENT, publishedAt: '2026-11-01T00:00:00.000Z' }),
  ]
  async function* all(): AsyncGenerator<readonly OfferDocument[]> {
    yield documents
  }
  beforeAll(async () => {
    await engine().index.rebuild(all())
  })
  const slugs = async (text: string) =>
    (await engine().search.search({ text })).hits.map(({ document }) => document.slug)

  test('of two that fit alike, the one whose company answers comes first', async () => {
    expect((await slugs('draaien')).slice(0, 2)).toEqual(['offer-2', 'offer-1'])
  })

  test('no signal brings an offer before one that fits clearly better', async () => {
    expect((await slugs('draaibank'))[0]).toBe('offer-3')
  })
}
