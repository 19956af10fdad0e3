import { expect, test } from 'vitest'
import { stemOf } from './dutch/stem'
import { levelKey, levelKeysOf } from './level-keys'
import { askedWords } from './text-question'

test('a word is looked for as its stem, its parts, and its synonyms', () => {
  const [word] = askedWords(['lasrobots'])
  expect(word).toMatchObject({ word: 'lasrobots', stem: 'lasrobot', parts: ['las', 'robot'], joined: [] })
  expect(word?.wider).toContainEqual({ how: 'all', stems: ['las', 'robot'] })
  expect(askedWords(['coderen'])[0]?.wider).toContainEqual({ how: 'phrase', stems: ['programmer'] })
})

test('neighbours are looked for as one word, with the letters that Dutch puts between', () => {
  const [warmte, pomp, maken] = askedWords(['warmte', 'pomp', 'maken'])
  expect(warmte?.joined).toContain('warmtepomp')
  expect(pomp?.joined).toEqual(expect.arrayContaining(['warmtepomp', stemOf('pompmaken')]))
  expect(maken?.joined).not.toContain('warmtepomp')
})

test('a pair that has synonyms gives them to both', () => {
  for (const word of askedWords(['kunstmatige', 'intelligentie']))
    expect(word.wider).toContainEqual({ how: 'phrase', stems: ['ai'] })
})

test('levels as keys: what is asked is among what the offer has exactly when it fits', () => {
  const keys = levelKeysOf([
    { level: 'vmbo', years: [3], tracks: ['kb'] },
    { level: 'po', years: [7, 8] },
  ])
  const fits = (ask: Parameters<typeof levelKey>[0]) => keys.includes(levelKey(ask))
  expect(fits({ level: 'vmbo' })).toBe(true)
  expect(fits({ level: 'vmbo', year: 3, track: 'kb' })).toBe(true)
  expect(fits({ level: 'vmbo', track: 'tl' })).toBe(false)
  expect(fits({ level: 'vmbo', year: 4 })).toBe(false)
  expect(fits({ level: 'po', year: 8 })).toBe(true)
  expect(levelKeysOf([{ level: 'vmbo', years: [1] }])).toContain('vmbo-1-bb')
})
