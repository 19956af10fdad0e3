import { describe, expect, test } from 'vitest'
import { guessColumns, rememberColumns } from './load-field'
import { readWords, readYears, wordsOf } from './load-words'
import { readCells, readDay } from './read-cells'

const TERMS = {
  topics: [
    { id: 'robotica', nl: 'Robotica', en: 'Robotics' },
    { id: 'lassen', nl: 'Lassen, snijden en buigen', en: 'Welding' },
  ],
  subjects: [],
  goals: [],
  profiles: [],
  networks: [],
  regions: [],
  municipalities: [],
}
const WORDS = wordsOf(TERMS)

test('a branch is known by its name or its number, also by one whose noughts a spreadsheet dropped', () => {
  const words = wordsOf(TERMS, [{ id: 'hengelo', name: 'Werkplaats Hengelo', branchNumber: '000012345678' }])
  for (const cell of ['werkplaats hengelo', '000012345678', '12345678', '0000 1234 5678'])
    expect(readCells([cell], { branch: 0 }, words)).toEqual({ values: { branch: 'hengelo' }, problems: [] })
  expect(readCells(['Almelo'], { branch: 0 }, words).problems.map(({ field }) => field)).toEqual(['branch'])
})

describe('columns', () => {
  test('are known by our names, by those of other tables, in both languages, with marks and units', () => {
    const heads = ['Nr.', 'Soort*', 'Activity', 'Waar', 'Duur (minuten)', 'Prijs', 'Interne opmerking']
    expect(guessColumns(['Eigen nummer', ...heads.slice(1)], {})).toEqual({
      externalRef: 0,
      kind: 1,
      title: 2,
      location: 3,
      durationMinutes: 4,
      cost: 5,
    })
  })

  test('what a company said before goes before what a name suggests, also that a column is not used', () => {
    const heads = ['Code', 'Naam', 'Prijs', 'Tarief']
    const said = rememberColumns(heads, { externalRef: 0, title: 1, cost: 3 })
    expect(said).toEqual({ code: 'externalRef', naam: 'title', prijs: '', tarief: 'cost' })
    expect(guessColumns(['Tarief', 'Prijs', 'CODE'], said)).toEqual({ cost: 0, externalRef: 2 })
  })

  test('of two columns of one name the first is taken', () => {
    expect(guessColumns(['Titel', 'Title'], {})).toEqual({ title: 0 })
  })
})

describe('years', () => {
  test.each<[string, readonly string[]]>([
    ['groep 7-8; vmbo 3, 4', ['po-7', 'po-8', 'vmbo-3', 'vmbo-4']],
    ['havo 1 t/m 3', ['havo-1', 'havo-2', 'havo-3']],
    ['Groep 7 en 8', ['po-7', 'po-8']],
    ['po-7 po-8', ['po-7', 'po-8']],
    ['vmbo klas 3', ['vmbo-3']],
    ['pro alle', ['pro-1', 'pro-2', 'pro-3', 'pro-4', 'pro-5']],
    ['havo/vwo 4', []],
    ['', []],
  ])('%s', (text, keys) => {
    const read = readYears(text)
    if (keys.length === 0 && text !== '')
      expect(read).toMatchObject({ ok: false, reason: 'no-year', given: 'havo' })
    else expect(read).toEqual({ ok: true, keys })
  })

  test('says what it does not know', () => {
    expect(readYears('brugklas 1')).toMatchObject({ ok: false, reason: 'unknown', given: 'brugklas' })
    expect(readYears('3-4')).toMatchObject({ ok: false, reason: 'unknown' })
    expect(readYears('vmbo 4-3')).toMatchObject({ ok: false, reason: 'unknown' })
    expect(readYears('vmbo 1-999999999')).toMatchObject({ ok: true })
  })
})

test('words are parted by semicolons, and by commas unless the comma is in the word', () => {
  const known = (word: string) => WORDS.topics.get(word)
  expect(readWords('robotica; Lassen, snijden en buigen', known)).toEqual({
    ok: true,
    values: ['robotica', 'lassen'],
  })
  expect(readWords('Robotics, Welding, robotica', known)).toEqual({
    ok: true,
    values: ['robotica', 'lassen'],
  })
  expect(readWords('robotica, toveren', known)).toEqual({ ok: false, given: 'toveren' })
})

test('days are read as the Dutch and as machines write them, and only those that exist', () => {
  for (const text of ['2027-01-31', '31-1-2027', '31/01/2027', '31 januari 2027', '31 jan 2027', '31.1.2027'])
    expect(readDay(text), text).toBe('2027-01-31')
  for (const text of ['31-2-2027', '3-4', '31 foo 2027', '2027-13-01']) expect(readDay(text), text).toBeNull()
})

test('each cell that is not understood is named with its field; the rest is read', () => {
  const mapping = {
    kind: 0,
    years: 1,
    durationMinutes: 2,
    weekdays: 3,
    girlsFocus: 4,
    topics: 5,
    travelRadiusKm: 6,
  }
  const good = readCells(
    ['Gastles', 'vmbo 3', '1,5 uur', 'ma, vr', 'Ja', 'Robotica', '35 km'],
    mapping,
    WORDS,
  )
  expect(good).toEqual({
    problems: [],
    values: {
      kind: 'guest-lesson',
      years: ['vmbo-3'],
      durationMinutes: 90,
      weekdays: [1, 5],
      girlsFocus: true,
      topics: ['robotica'],
      travelRadiusKm: 35,
    },
  })
  const bad = readCells(
    ['toverles', '3-4-2027', 'lang', 'zondag', 'misschien', 'toveren', 'ver'],
    mapping,
    WORDS,
  )
  expect(bad.values).toEqual({})
  expect(bad.problems.map(({ field }) => field)).toEqual(Object.keys(mapping))
  expect(bad.problems[1]?.text).toContain('3-4-2027')
})

test('a word that objects know themselves is no kind', () => {
  expect(readCells(['constructor'], { kind: 0 }, WORDS).problems).toHaveLength(1)
  expect(readCells(['toString'], { languages: 0 }, WORDS).problems).toHaveLength(1)
})
