/** What a caller reads in a text is what both engines go by. Asked of the documents of `contract.ts`. */
import { expect, test } from 'vitest'
import { synonymTable } from './dutch/synonyms'
import { understand } from './dutch/understand'
import type { SearchQuery } from './query'

/** @param found the slugs of what is found, best first. */
export function describeReading(
  found: (query: SearchQuery) => Promise<readonly string[]>,
  isAlmost: (query: SearchQuery) => Promise<boolean>,
): void {
  test('words that were given with the question lead to what they mean, and to nothing without them', async () => {
    const synonyms = synonymTable([
      { term: 'stekkerfabriek', means: ['chocoladefabriek'], bothWays: false },
      { term: 'Gouden Poort', means: ['haven'], bothWays: true },
      { term: 'denkmachine', means: ['kunstmatige school'], bothWays: false },
    ])
    expect(await found({ text: 'gouden poort', synonyms })).toEqual(['haven'])
    expect(await found({ text: 'denkmachine', synonyms })).toEqual(['ai'])
    expect(await found({ text: 'stekkerfabriek', synonyms })).toContain('chocolade')
    expect(await found({ text: 'denkmachine' })).toEqual([])
    expect(await isAlmost({ text: 'denkmachine', synonyms })).toBe(false)
  })

  test('what the caller read in the text counts, not the text', async () => {
    const understood = understand('robot groep 7 Almelo', { plain: new Set(['groep 7']) })
    expect(understood.words).toContain('groep')
    expect(await found({ text: 'robot groep 7', understood: { ...understood, words: ['haven'] } })).toEqual([
      'haven',
    ])
    const girls = { ...understand('robot'), girls: true }
    expect((await found({ text: 'robot', understood: girls })).toSorted()).toEqual([
      'arm',
      'lasrobot',
      'robots',
    ])
    expect((await found({ text: 'robot', understood: girls }))[0]).toBe('robots')
    // Everything typed was read, and nothing of it is left to look for.
    expect(await found({ text: 'gratis', understood: { ...understood, words: [] } })).toHaveLength(8)
  })
}
