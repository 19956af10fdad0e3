import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainHints } from './plain-language'

const kinds = (summary: string, description = '') => plainHints(summary, description).map(({ kind }) => kind)
const words = (count: number) => Array.from({ length: count }, (_, i) => `woord${i}`).join(' ')

describe('what is said of a text', () => {
  test('short sentences about pupils are fine', () => {
    const text = 'Leerlingen kijken eerst. Daarna lassen ze zelf een stuk. Een monteur helpt.'
    expect(plainHints('Zelf lassen met een robot.', text)).toEqual([])
  })

  test('a sentence of 21 words is shown by its beginning, one of 20 is not', () => {
    expect(plainHints(`${words(21)}.`, '')).toEqual([
      { kind: 'long-sentence', begins: 'woord0 woord1 woord2 woord3 woord4', words: 21 },
    ])
    expect(kinds(`${words(20)}. Kort.`)).toEqual([])
  })

  test('many long ones are told by their average', () => {
    expect(plainHints(`${words(18)}. ${words(18)}.`, '')).toEqual([{ kind: 'long-average', words: 18 }])
  })

  test('a visit in which no pupil occurs asks what they do', () => {
    expect(kinds('', 'Ons bedrijf maakt al vijftig jaar onderdelen van metaal en kunststof.')).toEqual([
      'no-pupils',
    ])
    expect(kinds('', 'Ons bedrijf laat de kinderen onderdelen van metaal en kunststof maken.')).toEqual([])
    expect(kinds('', 'Our company lets the pupils make parts of metal and plastic.')).toEqual([])
  })

  test('very long words are named once, three at most', () => {
    const long = 'procesautomatiseringstechniek'
    expect(plainHints(`${words(9)} ${long} en ${long}.`, '')).toEqual([{ kind: 'long-words', words: [long] }])
  })

  test('points in numbers and addresses end no sentence', () => {
    expect(kinds(`Om 10.30 uur op www.metaal.nl, ${words(14)}.`)).toEqual([])
  })

  test('whatever is typed, at most three hints and no long time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 4000 }), fc.string({ maxLength: 4000 }), (summary, description) => {
        expect(plainHints(summary, description).length).toBeLessThanOrEqual(3)
      }),
      { numRuns: 200 },
    )
  })
})
