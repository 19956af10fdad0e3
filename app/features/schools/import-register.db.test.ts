import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ANONYMOUS, SYSTEM } from '~/authorisation/actor'
import { makeTransact } from '~/platform/db/client.server'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { makeRegisterStore } from './register-store.server'
import { type ImportRegister, importRegister } from './use-cases/import-register.server'

const row = (id: string, over: Readonly<Record<string, string>> = {}) => ({
  brin: id.slice(0, 4),
  vestiging: id,
  name: `School ${id}`,
  street: 'Schoolstraat',
  number: '1',
  postcode: '7601AB',
  place: 'Almelo',
  gm_code: 'GM0141',
  sector: 'vo',
  levels: 'vmbo-gt;havo',
  denomination: '',
  pupils: '',
  website: 'www.school.nl',
  lat: '52.35',
  lng: '6.66',
  vakantieregio: 'noord',
  ...over,
})

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ with: 'geography' })
})
beforeEach(async () => {
  await database.pool.query('TRUNCATE school_branch, register_import CASCADE')
})

let files = 0
const read = (rows: ImportRegister['rows'], over: Partial<ImportRegister> = {}) =>
  importRegister(
    {
      transact: makeTransact(database.db, (tx) => ({ register: makeRegisterStore(tx) })),
      clock: { now: () => new Date(Date.UTC(2026, 10, 24, 9, files)) },
    },
    SYSTEM,
    { rows, edition: '2026-11', fileHash: `hash-${files++}`, dryRun: false, force: false, ...over },
  )
const branches = async () =>
  (await database.db.schoolBranch.findMany({ orderBy: { id: 'asc' } })).map(
    (b) => `${b.id} ${b.name}${b.closedOn ? ' closed' : ''}`,
  )

describe('reading the register in', () => {
  test('adds, changes, closes and opens again, and keeps the history', async () => {
    await read([row('00AA00'), row('00AA01'), row('00AB00')])
    const second = await read([row('00AA00', { name: 'New name' }), row('00AA01'), row('00AC00')], {
      force: true,
    })
    expect(second.changes.map((c) => `${c.kind} ${c.id}`)).toEqual([
      'changed 00AA00',
      'closed 00AB00',
      'added 00AC00',
    ])
    expect(second.changes[0]).toMatchObject({
      before: { name: 'School 00AA00' },
      after: { name: 'New name' },
    })
    expect(await branches()).toEqual([
      '00AA00 New name',
      '00AA01 School 00AA01',
      '00AB00 School 00AB00 closed',
      '00AC00 School 00AC00',
    ])
    const third = await read([
      row('00AA00', { name: 'New name' }),
      row('00AA01'),
      row('00AB00'),
      row('00AC00'),
    ])
    expect(third.changes.map((c) => `${c.kind} ${c.id}`)).toEqual(['reopened 00AB00'])
    expect(await database.db.registerImport.count()).toBe(3)
    expect(await database.db.schoolBranchChange.count({ where: { branchId: '00AB00' } })).toBe(3)
  })

  test('the same edition again changes nothing', async () => {
    const rows = [row('00AA00'), row('00AA01')]
    await read(rows)
    const again = await read(rows)
    expect(again).toMatchObject({ changes: [], unchanged: 2 })
    const sameFile = await read(rows, { fileHash: 'same' }).then(() => read(rows, { fileHash: 'same' }))
    expect(sameFile.applied).toBe(false)
  })

  test('a dry run says what would change and changes nothing', async () => {
    const report = await read([row('00AA00')], { dryRun: true })
    expect(report.changes).toHaveLength(1)
    expect(await branches()).toEqual([])
    expect(await database.db.registerImport.count()).toBe(0)
  })

  test('a row that cannot be read is told with its line, and its branch stays as it was', async () => {
    await read([row('00AA00'), row('00AA01')])
    const report = await read([
      row('00AA00', { postcode: '12' }),
      row('00AA01', { name: 'Renamed' }),
      row('00AB00', { gm_code: 'GM9999' }),
      row('00AA01'),
    ])
    expect(report.refused).toEqual([
      { line: 2, branch: '00AA00', reason: expect.stringContaining('postcode') },
      { line: 4, branch: '00AB00', reason: expect.stringContaining('GM9999') },
      { line: 5, branch: '00AA01', reason: expect.stringContaining('twice') },
    ])
    expect(await branches()).toEqual(['00AA00 School 00AA00', '00AA01 Renamed'])
  })

  test('a file that closes far more than usual is refused until it is meant', async () => {
    const all = Array.from({ length: 40 }, (_, i) =>
      row(`00A${String.fromCharCode(65 + (i % 20))}0${Math.floor(i / 20)}`),
    )
    await read(all)
    await expect(read(all.slice(0, 20))).rejects.toMatchObject({ code: 'school.import-closes-too-many' })
    expect((await branches()).filter((b) => b.endsWith('closed'))).toEqual([])
    await read(all.slice(0, 20), { force: true })
    expect((await branches()).filter((b) => b.endsWith('closed'))).toHaveLength(20)
  })

  test('pupils that are not told are unknown, not none', async () => {
    await read([row('00AA00'), row('00AA01', { pupils: '0' })])
    expect(
      (await database.db.schoolBranch.findMany({ orderBy: { id: 'asc' } })).map((b) => b.pupils),
    ).toEqual([null, 0])
  })

  test('is not for visitors', async () => {
    const transact = makeTransact(database.db, (tx) => ({ register: makeRegisterStore(tx) }))
    const needs = { transact, clock: { now: () => new Date() } }
    const input = { rows: [], edition: 'x', fileHash: 'x', dryRun: true, force: false }
    await expect(importRegister(needs, ANONYMOUS, input)).rejects.toMatchObject({ kind: 'unauthenticated' })
  })
})
