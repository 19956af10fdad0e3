import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stemOf, undiminished } from './stem'

describe('forms of one word meet', () => {
  test.each([
    'robot robots robotje robotjes',
    'brug bruggen bruggetje bruggetjes',
    'huis huizen huisje',
    'bedrijf bedrijven bedrijfje',
    'les lessen lesje',
    'lezen lees',
    'paneel panelen',
    'haven havens',
    'fiets fietsen',
    'programmeren programmeert',
    'auto autos autootje',
    'museum musea',
    'schip schepen scheepje',
    'proef proeven proefje proefjes',
    'machine machines',
    'video videos',
    'energie energieën',
    'plant planten plantje',
    'mogelijkheid mogelijkheden',
    'veiligheid veilig',
    'koning koninkje koningen',
    'film filmpje films',
    'spel spelletje spellen',
    'vat vaten',
    'techniek technieken',
    'uitvinding uitvinden',
  ])('%s', (forms) => {
    expect(new Set(forms.split(' ').map(stemOf)).size).toBe(1)
  })
})

describe('other words stay apart', () => {
  test.each([
    ['les', 'lezen'],
    ['met', 'meten'],
    ['bom', 'boom'],
    ['plan', 'plant'],
    ['las', 'last'],
    ['ring', 'rinkel'],
    ['haven', 'haaf'],
    ['spellen', 'spelen'],
    ['kern', 'keren'],
  ])('%s, %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other))
  })
})

test('numbers and abbreviations stay as they are', () => {
  expect(['3d', 'ai', '2e', 'co2', 'DNA'].map(stemOf)).toEqual(['3d', 'ai', '2e', 'co2', 'dna'])
})

test('the stem of any word is a word, no longer than it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{1,40}$/), (word) => {
      expect(stemOf(word)).toMatch(/^[a-z0-9]+$/)
      // A short vowel may be doubled: lezen, lees.
      expect(stemOf(word).length).toBeLessThanOrEqual(word.length + 1)
      expect(stemOf(word.toUpperCase())).toBe(stemOf(word))
    }),
  )
})

test.each([
  ['robotje', 'robot'],
  ['bruggetje', 'brug'],
  ['autootje', 'auto'],
  ['proefjes', 'proef'],
  ['spelletje', 'spel'],
  ['filmpje', 'film'],
  ['koninkje', 'koning'],
  ['plantje', 'plant'],
  ['oranje', 'oran'],
  ['robot', 'robot'],
  ['je', 'je'],
])('%s is made from %s', (word, from) => {
  expect(undiminished(word)).toBe(from)
})
