import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/setup/database'
import { makePlaces, type Places } from './places.server'

let places: Places
beforeAll(async () => {
  places = makePlaces((await testDatabase({ with: 'geography' })).db)
})

describe('a typed place', () => {
  test.each(['7601', '7601AB', ' 7601 ab ', '7601 Almelo', '7601 AB, Almelo'])(
    'the postcode %j is found',
    async (text) => {
      expect(await places.resolve(text)).toMatchObject({ kind: 'found', placeName: 'Almelo' })
    },
  )

  test.each(['0123', '1000', '', '   ', '((('])('%j is nothing', async (text) => {
    expect(await places.resolve(text)).toEqual({ kind: 'unknown' })
  })

  test.each(['Almelo', 'almelo', ' ALMELO '])('%j is found, whatever the case', async (text) => {
    expect(await places.resolve(text)).toMatchObject({ kind: 'found', municipalityCode: 'GM0141' })
  })

  test.each(['Den Haag', "'s-Gravenhage", '’s-gravenhage', 'the hague'])('%j is The Hague', async (text) => {
    expect(await places.resolve(text)).toMatchObject({ kind: 'found', municipalityCode: 'GM0518' })
  })

  test('a name that several places bear offers each with its municipality, and each answer finds one', async () => {
    const answer = await places.resolve('Beek')
    if (answer.kind !== 'ambiguous') throw new Error(`Beek is ${answer.kind}`)
    expect(answer.choices.length).toBeGreaterThan(1)
    for (const { ask } of answer.choices) expect(await places.resolve(ask)).toMatchObject({ kind: 'found' })
  })

  test.each(['Hengelo', 'Bergen', 'Rijswijk'])(
    '%j is asked which, and each answer finds one',
    async (text) => {
      const answer = await places.resolve(text)
      if (answer.kind !== 'ambiguous') throw new Error(`${text} is ${answer.kind}`)
      const found = await Promise.all(answer.choices.map(({ ask }) => places.resolve(ask)))
      expect(found.map(({ kind }) => kind)).toEqual(answer.choices.map(() => 'found'))
      expect(new Set(found.map((place) => JSON.stringify(place))).size).toBe(answer.choices.length)
    },
  )

  test.each([
    ['Hengelo, Overijssel', 'GM0164'],
    ['Hengelo (Gelderland)', 'GM1876'],
    ['Hengelo (Gld)', 'GM1876'],
    ['Bergen (NH)', 'GM0373'],
    ['bergen (nh.)', 'GM0373'],
    ['Nuenen, Gerwen en Nederwetten', 'GM0820'],
  ])('%j says which', async (text, municipalityCode) => {
    expect(await places.resolve(text)).toMatchObject({ kind: 'found', municipalityCode })
  })

  test('a typing error offers what may have been meant', async () => {
    const answer = await places.resolve('Almeloo')
    expect(answer).toMatchObject({ kind: 'ambiguous' })
    expect(JSON.stringify(answer)).toContain('Almelo')
  })

  test('nonsense and code are nothing', async () => {
    expect(await places.resolve('qqqqqqq')).toEqual({ kind: 'unknown' })
    expect(await places.resolve("'; DROP TABLE place; --")).toMatchObject({ kind: 'unknown' })
  })
})

test('suggestions begin with what is typed', async () => {
  const labels = (await places.suggest('ensch', 5)).map((place) => place.label)
  expect(labels[0]).toBe('Enschede')
  expect(await places.suggest('e', 5)).toEqual([])
})

test('every suggestion can be handed back as it is shown', async () => {
  for (const typed of ['hengel', 'bergen', '7601', 'rijsw', 'beek', "'s-gra"]) {
    const suggestions = await places.suggest(typed, 6)
    expect(suggestions.length).toBeGreaterThan(0)
    for (const { label, municipalityCode } of suggestions)
      expect(await places.resolve(label), label).toMatchObject({ kind: 'found', municipalityCode })
  }
})
