/** Questions as people type them, read with every name of the register. */
import fs from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeGazetteer } from './gazetteer'
import { misspeltNames, nameWordsOf } from './misspelt-names'
import { typedWords, type UnderstoodPart, understand } from './understand'

const DATA = new URL('../../prisma/seed/data/', import.meta.url)
const regions = JSON.parse(fs.readFileSync(new URL('regions.json', DATA), 'utf8')) as {
  readonly municipalities: readonly {
    readonly code: string
    readonly name: string
    readonly province: string
  }[]
  readonly arbeidsmarktregios: readonly {
    readonly name: string
    readonly aliases: readonly string[]
    readonly municipalities: readonly string[]
  }[]
}
const point = { lat: 52, lng: 5 }
const places = fs
  .readFileSync(new URL('places.csv', DATA), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [, quoted, bare, code = ''] = /^(?:"([^"]*)"|([^,]*)),(?:"[^"]*"|[^,]*),([^,]*)/.exec(line) ?? []
    return {
      kind: 'place' as const,
      name: quoted ?? bare ?? '',
      aliases: [],
      point,
      municipalityCodes: [code],
    }
  })
const provinces = [...new Set(regions.municipalities.map(({ province }) => province))]
const names = makeGazetteer([
  ...places,
  ...regions.municipalities.map(({ code, name }) => ({
    kind: 'municipality' as const,
    name,
    aliases: [],
    point,
    municipalityCodes: [code],
  })),
  ...regions.arbeidsmarktregios.map(({ name, aliases, municipalities }) => ({
    kind: 'region' as const,
    name,
    aliases,
    point,
    municipalityCodes: municipalities,
  })),
  ...provinces.map((name) => ({
    kind: 'province' as const,
    name,
    aliases: [],
    point,
    municipalityCodes: [],
  })),
])

/** `excursion · bij Eindhoven`; what is left to look for comes first. */
function read(text: string, ...plain: readonly string[]): string {
  const { words, parts } = understand(text, { names, plain: new Set(plain) })
  return [words.join(' '), ...parts.map(partWord)].join(' | ')
}

function partWord(part: UnderstoodPart): string {
  if (part.kind === 'level') return part.levelKeys.join(' ')
  if (part.kind === 'kind') return part.value
  return part.kind === 'place' ? `${part.place.kind} ${part.place.name}` : part.kind
}

describe('a question with a place', () => {
  test.each([
    ['excursie Eindhoven', ' | excursion | place Eindhoven'],
    ['gastles amsterdam', ' | guest-lesson | place Amsterdam'],
    ['excursie zeeland', ' | excursion | province Zeeland'],
    ['lassen in de achterhoek', 'lassen | region Achterhoek'],
    ['robot groep 8 utrecht', 'robot | po-8 | place Utrecht'],
    ['provincie utrecht techniek', 'techniek | province Utrecht'],
    ['regio twente lasrobot', 'lasrobot | region Twente'],
    ['gemeente Hof van Twente', ' | municipality Hof van Twente'],
    ['hof van twente zonnepanelen', 'zonnepanelen | municipality Hof van Twente'],
    ['rondleiding in de omgeving van Zwolle', ' | excursion | place Zwolle'],
    ['excursie in de buurt van Deventer', ' | excursion | place Deventer'],
    ['programmeren rond Apeldoorn', 'programmeren | place Apeldoorn'],
    ['noord-brabant excursie metaal', 'metaal | province Noord-Brabant | excursion'],
    ['zuid limburg chemie', 'chemie | region Zuid-Limburg'],
    ['haven rotterdam', 'haven | place Rotterdam'],
    ['techniek rijnmond', 'techniek | region Rijnmond'],
    ["excursie 's-hertogenbosch", " | excursion | place 's-Hertogenbosch"],
    ['les over water in Capelle aan den IJssel', 'water | guest-lesson | place Capelle aan den IJssel'],
    ['Veldhoven ASML', 'asml | place Veldhoven'],
    ['Helmond en omgeving gastles automotive', 'automotive | place Helmond | guest-lesson'],
    ['drenthe windmolens', 'windmolens | province Drenthe'],
    ['amsterdam en omgeving codering', 'codering | region Groot Amsterdam'],
    ['excursie Almelo Hengelo', 'hengelo | excursion | place Almelo'],
    ['bedrijfsbezoek foodvalley', ' | excursion | region FoodValley'],
    ['Ede voedsel', 'ede voedsel'],
    ['voedsel in Ede', 'voedsel | place Ede'],
    ['voedsel in ede', 'voedsel | place Ede'],
    ['gastles in Best', ' | guest-lesson | place Best'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['beste excursie', ' | excursion'],
    ['wat past het best bij groep 8', 'past best | po-8'],
    ['energie besparen in huizen', 'energie besparen huizen'],
    ['duurzaam bouwen houten huizen', 'duurzaam bouwen houten huizen'],
    ['robots die dieren helpen', 'robots dieren helpen'],
    ['sensoren bij dieren', 'sensoren dieren'],
    ['echte machines zien', 'echte machines zien'],
    ['echt programmeren', 'echt programmeren'],
    ['in een fabriek', 'fabriek'],
    ['rond een cirkel', 'rond cirkel'],
    ['techniek', 'techniek'],
    ['zon en wind', 'zon wind'],
    ['sluizen en dijken', 'sluizen dijken'],
    ['assen en tandwielen', 'assen tandwielen'],
    ['lenen', ' | lesson-material'],
    ['spieren en spier', 'spieren spier'],
    ['waar gaat de poep heen', 'poep'],
    ['verhuizen naar de ruimte', 'verhuizen ruimte'],
    ['Beek', 'beek'],
    ['constructor of valueOf __proto__', 'constructor valueof proto'],
    ['vmbo constructor', 'constructor | vmbo'],
  ])('%s names none', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('with a capital behind a preposition a word is a place', () => {
    expect(read('energie besparen in Huizen')).toBe('energie besparen | place Huizen')
    expect(read('excursie naar Houten')).toBe(' | excursion | place Houten')
  })

  test('taken back it is a word, and so is what it stood before', () => {
    expect(read('excursie Eindhoven', 'eindhoven')).toBe('eindhoven | excursion')
    expect(read('regio twente lasrobot', 'twente')).toBe('twente lasrobot')
    expect(read('havo 3 robot excursie', 'havo 3', 'excursie')).toBe('havo 3 robot excursie')
    expect(understand('havo robot', { plain: new Set(['havo', 'vwo']) }).plain).toEqual(['havo'])
  })
})

describe('a question with a wish', () => {
  test.each([
    ['gratis gastles robot', 'robot | free | guest-lesson'],
    ['kosteloos lesmateriaal energie', 'energie | free | lesson-material'],
    ['free lesson robotics', 'robotics | free | guest-lesson'],
    ['excursie zonder kosten', ' | excursion | free'],
    ['gluten free koken', 'gluten free koken'],
    ['free energy', 'free energy'],
    ['betaalde workshop', ' | paid | guest-lesson'],
    ['betaald voetbal', 'betaald voetbal'],
    ['online les programmeren', 'programmeren | online | guest-lesson'],
    ['gastles op afstand sterrenkunde', 'sterrenkunde | guest-lesson | online'],
    ['digitale gastles ruimtevaart', 'ruimtevaart | online | guest-lesson'],
    ['digitale geletterdheid', 'digitale geletterdheid'],
    ['lesmateriaal digitaal groep 5', ' | lesson-material | online | po-5'],
    ['online veiligheid groep 7', 'online veiligheid | po-7'],
    ['meisjes techniek', 'meisjes techniek | girls'],
    ['girls in tech amsterdam', 'girls tech | girls | place Amsterdam'],
    ['meiden en metaal havo 3', 'meiden metaal | girls | havo-3'],
    ['gratis uitje kleuters Arnhem', ' | free | excursion | po-1 po-2 | place Arnhem'],
    ['gratis gratis kosteloos', ' | free'],
    ['havo vwo gratis online', ' | havo | vwo | free | online'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('said twice it is one part with both words', () => {
    expect(understand('gratis robot kosteloos').parts).toEqual([
      { kind: 'free', words: ['gratis', 'kosteloos'] },
    ])
  })
})

test('whatever is typed, each part can be taken back, and then nothing is read', () => {
  const word = fc.constantFrom(
    ...'in bij regio omgeving van de Eindhoven zeeland Best huizen havo 3 groep gratis online op afstand meiden gastles les haven'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 9 }), (typed) => {
      const text = typed.join(' ')
      const plain = new Set<string>()
      for (let i = 0; i < 10; i++) {
        const { parts } = understand(text, { names, plain })
        if (parts.length === 0) return
        for (const { words } of parts) {
          for (const said of words) {
            expect(` ${text.toLowerCase()} `).toContain(` ${said} `)
            plain.add(said)
          }
        }
      }
      expect(understand(text, { names, plain }).parts).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('reads a question in microseconds', () => {
  const texts = [
    'excursie Eindhoven',
    'lassen in de achterhoek',
    'gratis online gastles havo 3 meiden Amsterdam',
  ]
  const startedAt = performance.now()
  for (let i = 0; i < 3000; i++) understand(texts[i % 3] as string, { names })
  expect((performance.now() - startedAt) / 3000).toBeLessThan(1)
})

describe('a place with a typing error', () => {
  const nameWords = nameWordsOf(names)
  const meant = (text: string) => misspeltNames(nameWords, typedWords(text))
  /** As `read`, for words that no offer has. */
  function readMisspelt(text: string, ...plain: readonly string[]): string {
    const { words, parts } = understand(text, { names, plain: new Set(plain), misspelt: meant(text) })
    return [words.join(' '), ...parts.map(partWord)].join(' | ')
  }

  test.each([
    ['gastles amsterdm', ' | guest-lesson | place Amsterdam'],
    ['excursie eindhofen', ' | excursion | place Eindhoven'],
    ['Robots in Rotterdm', 'robots | place Rotterdam'],
    ['lasrobot apeldorn', 'lasrobot | place Apeldoorn'],
    ['tilbrug excursie', ' | place Tilburg | excursion'],
    ['lassen in de achterhook', 'lassen | region Achterhoek'],
    ['techniek in groningn vmbo 3', 'techniek | place Groningen | vmbo-3'],
    ['regio achterhook lasrobot', 'lasrobot | region Achterhoek'],
    // A village only behind a preposition.
    ['lassen in Schijndl', 'lassen | place Schijndel'],
    ['lassen schijndl', 'lassen schijndl'],
  ])('%s: %s', (text, expected) => {
    expect(readMisspelt(text)).toBe(expected)
  })

  test('is taken back by the words as they were typed', () => {
    expect(readMisspelt('gastles amsterdm', 'amsterdm')).toBe('amsterdm | guest-lesson')
    const { parts } = understand('gastles amsterdm', { names, misspelt: meant('gastles amsterdm') })
    expect(parts.map(({ words }) => words)).toEqual([['gastles'], ['amsterdm']])
  })

  test.each([
    'boeken over schaken', // Boekel, Schagen
    'tegels leggen', // Texel
    'lagen laden en lossen', // Laren, Leiden, Losser
    'deuren timmeren', // Deurne
    'titel van een boek',
    'robot lassen zonnepanelen programmeren',
    'haringen vangen', // Harlingen
    'omsterdam', // never the first letter
    'delf', // too short
    'helmnd3',
    'almen', // a name of its own, and a word
  ])('%s has none', (text) => {
    expect([...meant(text)]).toEqual([])
  })

  test('near two names, or wrong in two letters of a short one, is none', () => {
    const two = makeGazetteer(
      ['Haarlem', 'Haarlom'].map((name) => ({
        ...{ kind: 'municipality' as const, name, aliases: [], point, municipalityCodes: [] },
      })),
    )
    expect([...misspeltNames(nameWordsOf(two), ['haarlxm'])]).toEqual([])
    expect([...meant('almxlx')]).toEqual([])
    expect([...meant('eindhxvxn')]).toEqual([['eindhxvxn', 'eindhoven']])
  })
})
