import { beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { PAGE_SIZE, searchSchools } from './queries/school-search.server'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ with: 'register' })
})
const search = (asked: string, page = 1) => searchSchools(database.db, asked, page)

describe('finding a school in the register', () => {
  test.each([
    ['00AH00', '00AH00'],
    ['00ah00', '00AH00'],
    ['7522 gk', '00AH00'],
    ['7522GK', '00AH00'],
    ['kottenpark enschede', '00AH00'],
    ['Enschede, Kottenpark', '00AH00'],
    ['kottenprk enschede', '00AH00'],
    ['kotenpark ensgede', '00AH00'],
  ])('%j finds %s first', async (asked, id) => {
    expect((await search(asked)).rows[0]?.id).toBe(id)
  })

  test('a BRIN finds all branches of the school and nothing else', async () => {
    const { rows, total } = await search('00AH')
    expect(total).toBeGreaterThan(3)
    expect(rows.every((row) => row.id.startsWith('00AH'))).toBe(true)
  })

  test('a place gives the schools there before those that are named after it', async () => {
    const { rows, total, meant } = await search('almelo')
    expect(meant).toBeNull()
    expect(total).toBeGreaterThan(PAGE_SIZE)
    expect(new Set(rows.map((row) => row.placeName))).toEqual(new Set(['Almelo']))
  })

  test.each(['Den Haag', 'the hague', "'s-Gravenhage"])('%j is The Hague', async (asked) => {
    expect(new Set((await search(asked)).rows.map((row) => row.placeName))).toEqual(
      new Set(["'s-Gravenhage"]),
    )
  })

  test('a municipality finds the schools of its places', async () => {
    const places = new Set((await search('hof van twente')).rows.map((row) => row.placeName))
    expect(places).toContain('Goor')
  })

  test('accents and small letters make no difference', async () => {
    const [plain, typed] = [await search('sint jozef'), await search('SÍNT  Józef')]
    expect(plain.total).toBeGreaterThan(0)
    expect(typed.rows.map((row) => row.id)).toEqual(plain.rows.map((row) => row.id))
  })

  test('a typing error finds what was meant, and says what it took it for', async () => {
    const { rows, meant } = await search('almleo')
    expect(meant).toBe('almelo')
    expect(rows[0]?.placeName).toBe('Almelo')
  })

  test('pages do not overlap, and one past the end is the last', async () => {
    const first = await search('amsterdam')
    const ids = new Set<string>()
    for (let page = 1; page <= first.pageCount; page++)
      for (const row of (await search('amsterdam', page)).rows) ids.add(row.id)
    expect(ids.size).toBe(first.total)
    const past = await search('amsterdam', 999)
    expect(past.page).toBe(first.pageCount)
    expect(past.rows.length).toBeGreaterThan(0)
    for (const page of [0, -1, 1.5, Number.NaN]) expect((await search('amsterdam', page)).page).toBe(1)
  })

  test.each(['', '   ', '%', "'; DROP TABLE school_branch; --", 'qqqqqqqqq', '\\', '_'.repeat(200)])(
    '%j finds nothing and breaks nothing',
    async (asked) => {
      expect((await search(asked)).rows).toEqual([])
    },
  )

  test('a closed branch is not found', async () => {
    await database.db.schoolBranch.update({ where: { id: '00AH07' }, data: { closedOn: new Date() } })
    expect((await search('00AH07')).rows.map((row) => row.id)).not.toContain('00AH07')
    await database.db.schoolBranch.update({ where: { id: '00AH07' }, data: { closedOn: null } })
  })

  test('answers fast enough to type along', async () => {
    for (const asked of ['basisschool', 'openbare basisschol amstredam', 'a']) {
      const start = performance.now()
      await search(asked)
      expect(performance.now() - start).toBeLessThan(1_500)
    }
  })
})
