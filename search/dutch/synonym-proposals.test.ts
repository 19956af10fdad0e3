/** What is proposed for words that people look for in vain, against the words of the demo's offers. */
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeProposer, type VocabularyWord } from './synonym-proposals'
import { wordsOf } from './words'

type Offer = { readonly title: string; readonly summary: string; readonly description: string }
const offers = fs
  .readFileSync(new URL('../../prisma/seed/data/demo/offers.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Offer)

function vocabularyOf(texts: readonly string[]): readonly VocabularyWord[] {
  const documents = new Map<string, number>()
  for (const text of texts)
    for (const word of new Set(wordsOf(text)))
      if (word.length >= 4) documents.set(word, (documents.get(word) ?? 0) + 1)
  return [...documents].map(([word, count]) => ({ word, documents: count }))
}

const vocabulary = vocabularyOf(
  offers.map(({ title, summary, description }) => [title, summary, description].join(' ')),
)
const words = new Set(vocabulary.map(({ word }) => word))
const proposer = makeProposer(vocabulary, offers.length)
/** As the program asks: beside are titles of offers that have a known word of the term. */
function propose(term: string): readonly string[] {
  const known = proposer.knownStems(term)
  const beside = offers
    .map(({ title }) => title)
    .filter((title) => known.some((stem) => wordsOf(title).some((word) => word.startsWith(stem))))
  return proposer.propose(term, beside)
}

describe('proposals', () => {
  test('a word that is only letters of the term is none', () => {
    expect(words.has('best') || words.has('beste')).toBe(true)
    const letters = ['best', 'beste', 'test', 'kern', 'kamp', 'ster', 'sport']
    for (const term of ['asbest', 'protest', 'kampioen', 'kerncentrale', 'transport', 'minister'])
      for (const meant of propose(term)) expect(letters, `${term} → ${meant}`).not.toContain(meant)
    expect(propose('asbest')).toEqual([])
  })

  test('what is spelt nearly alike comes first', () => {
    const small = makeProposer(
      [
        { word: 'robotarm', documents: 4 },
        { word: 'lasrobot', documents: 3 },
        { word: 'best', documents: 9 },
      ],
      20,
    )
    expect(small.propose('robbotarm', [])[0]).toBe('robotarm')
    expect(small.propose('lasrobto', [])[0]).toBe('lasrobot')
    expect(small.propose('asbest', [])).toEqual([])
    // Two errors in a short word are another word.
    expect(small.propose('bast', [])).toEqual([])
  })

  test('a compound leads to words that end in the same part, and to its parts', () => {
    const small = makeProposer(
      [
        { word: 'robotarm', documents: 4 },
        { word: 'alarm', documents: 9 },
        { word: 'zonnepaneel', documents: 5 },
        { word: 'robot', documents: 8 },
      ],
      20,
    )
    expect(small.propose('grijparmen', [])).not.toContain('alarm')
    expect(small.propose('lasrobots', [])).toContain('robot')
  })

  test('words beside the known ones are proposed when they stand there more often than by chance', () => {
    const small = makeProposer(
      [
        { word: 'bodem', documents: 3 },
        { word: 'verwijderen', documents: 3 },
        { word: 'techniek', documents: 30 },
      ],
      40,
    )
    expect(small.knownStems('asbest verwijderen')).toHaveLength(1)
    const beside = ['Bodem schoon, techniek', 'Schone bodem en techniek', 'Bodem', 'Techniek']
    expect(small.propose('asbest verwijderen', beside)).toEqual(['bodem'])
    expect(small.propose('asbest verwijderen', beside.slice(0, 2))).toEqual([])
  })

  test.each([
    'asbest',
    'drone vliegen',
    'kernfusie',
    'escaperoom',
    'waterstofauto',
    'tandarts',
    'raketmotor',
    'minecraft',
    'voedselbank',
    '3d printen',
    'a b',
  ])('%s: at most three, each made of words that offers have', (term) => {
    const means = propose(term)
    expect(means.length).toBeLessThanOrEqual(3)
    expect(new Set(means).size).toBe(means.length)
    for (const meant of means)
      for (const word of meant.split(' ')) expect(words.has(word) || term.includes(word), meant).toBe(true)
  })
})
