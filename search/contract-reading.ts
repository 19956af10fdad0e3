/** What a caller reads in a text is what both engines go by. Asked of the documents of `contract.ts`. */
import { expect, test } from 'vitest'
import { understand } from './dutch/understand'
import type { SearchQuery } from './query'

/** @param found the slugs of what is found, best first. */
export function describeReading(found: (query: SearchQuery) => Promise<readonly string[]>): void {
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
