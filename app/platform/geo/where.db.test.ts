import { beforeAll, describe, expect, test } from 'vitest'
import { makeSchoolBranch } from '../../../tests/factories/school-branch'
import { testDatabase } from '../../../tests/setup/database'
import { type KnownName, makeNames } from './names.server'
import { makePlaces } from './places.server'
import { makeWhere, type Where } from './where.server'

let where: Where
let names: readonly KnownName[]
let branch: { readonly id: string; readonly name: string; readonly placeName: string }

beforeAll(async () => {
  const { db } = await testDatabase({ with: 'geography' })
  branch = await makeSchoolBranch(db, {
    id: '98ZV00',
    name: 'De Zevensprong van de Weerribben',
    searchText: 'de zevensprong van de weerribben 98zv 98zv00 almelo',
  })
  const known = makeNames(db, { now: () => new Date('2026-11-25T12:00:00Z') })
  names = await known()
  where = makeWhere({ db, names: known, places: makePlaces(db) })
})

const codes = (kind: string, name: string) =>
  names.find((each) => each.kind === kind && each.name === name)?.municipalityCodes

describe('a typed place', () => {
  test.each(['7607', 'Almelo', 'utrecht', 'Groningen', 'Hengelo (Overijssel)', 'Den Haag'])(
    '%s is a point',
    async (text) => {
      const answer = await where.resolve(text)
      expect(answer.kind).toBe('found')
      expect(answer).not.toHaveProperty('municipalityCodes')
    },
  )

  test.each([
    ['Twente', 'region', 'Twente'],
    ['regio twente', 'region', 'Twente'],
    ['Overijssel', 'province', 'Overijssel'],
    ['provincie Utrecht', 'province', 'Utrecht'],
    ['gemeente Almelo', 'municipality', 'Almelo'],
    ['Hof van Twente', 'municipality', 'Hof van Twente'],
    ['regio Zwolle', 'region', 'Regio Zwolle'],
    ['Brabant', 'province', 'Noord-Brabant'],
  ])('%s is an area: its municipalities', async (text, kind, name) => {
    expect(codes(kind, name)?.length).toBeGreaterThan(0)
    expect(await where.resolve(text)).toMatchObject({ kind: 'found', municipalityCodes: codes(kind, name) })
  })

  test('a village of the name of a province is asked which, and each answer finds one', async () => {
    const answer = await where.resolve('Zeeland')
    if (answer.kind !== 'ambiguous') throw new Error(`Zeeland is ${answer.kind}`)
    const found = await Promise.all(answer.choices.map(({ ask }) => where.resolve(ask)))
    expect(found.map(({ kind }) => kind)).toEqual(['found', 'found'])
    expect(found.filter((each) => 'municipalityCodes' in each)).toHaveLength(1)
  })

  test('a school is where it stands, by its code; one that does not exist is nothing', async () => {
    for (const text of [branch.id, branch.id.toLowerCase(), `${branch.name} (${branch.id})`])
      expect(await where.resolve(text)).toMatchObject({
        kind: 'found',
        label: `${branch.name}, ${branch.placeName}`,
      })
    expect(await where.resolve('99ZZ99')).toEqual({ kind: 'unknown' })
  })

  test.each(['', '   ', 'qqqqqqq', "'; DROP TABLE place; --", 'gemeente', 'regio nergens', '((('])(
    '%j finds nothing and breaks nothing',
    async (text) => {
      expect((await where.resolve(text)).kind).not.toBe('found')
    },
  )
})

describe('choices', () => {
  test('are grouped by what they are, and each can be handed back', async () => {
    const kinds = new Set<string>()
    for (const typed of ['twen', 'almelo', 'overij', '76', '7607 a', 'zevensprong', 'Zeela', branch.id])
      for (const choice of await where.suggest(typed)) {
        kinds.add(choice.kind)
        const answer = await where.resolve(choice.ask)
        expect(answer.kind, `${typed}: ${choice.ask}`).toBe('found')
        const isArea = ['municipality', 'region', 'province'].includes(choice.kind)
        expect('municipalityCodes' in answer, choice.ask).toBe(isArea)
      }
    expect([...kinds].sort()).toEqual(['municipality', 'place', 'postcode', 'province', 'region', 'school'])
  })

  test('of a postcode begin with its digits; the letters stay', async () => {
    expect((await where.suggest('76')).every(({ label }) => label.startsWith('76'))).toBe(true)
    expect(await where.suggest('7607 ab')).toMatchObject([{ kind: 'postcode', label: '7607 AB Almelo' }])
  })

  test.each(['', 'a', '%', "'", '\\', '🤖🤖🤖', 'a'.repeat(5000), '%%%%', '\u0000\u0000'])(
    '%j gives few or none',
    async (text) => {
      expect((await where.suggest(text)).length).toBeLessThanOrEqual(13)
    },
  )
})
