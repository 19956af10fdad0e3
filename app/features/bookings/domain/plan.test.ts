import { expect, test } from 'vitest'
import { changedParts, EMPTY_PLAN, firstProgramme, merged, partsOf, sumOf, timesOf, untold } from './plan'

const WORDS = { welcome: 'Welkom', middle: 'Je last een naam. Daarna meer.', closing: 'Afsluiten' }

test('the programme begins with the duration of the offer, and adds up to it', () => {
  const rows = firstProgramme(100, WORDS)
  expect(rows.map(({ minutes, what }) => `${minutes} ${what}`)).toEqual([
    '5 Welkom',
    '85 Je last een naam.',
    '10 Afsluiten',
  ])
  expect(sumOf(rows)).toBe(100)
  expect(sumOf(firstProgramme(29, WORDS))).toBe(29)
  expect(firstProgramme(null, WORDS)).toEqual([])
})

test('rows get the clock where the beginning is known, and minutes where it is not', () => {
  const rows = [
    { minutes: 50, what: 'a' },
    { minutes: 25, what: 'b' },
  ]
  const spans = (start: string | null) => timesOf(rows, start).map(({ from, until }) => `${from}-${until}`)
  expect(spans('10:20')).toEqual(['10:20-11:10', '11:10-11:35'])
  expect(spans('23:30')).toEqual(['23:30-00:20', '00:20-00:45'])
  expect(spans(null)).toEqual(['0-50', '50-75'])
})

test('each side writes what is its own: how to get there, who is at home; the programme and the costs both', () => {
  expect(partsOf('school', 'at-school').has('arrival')).toBe(true)
  expect(partsOf('company', 'at-school').has('arrival')).toBe(false)
  expect(partsOf('company', 'at-company').has('arrival')).toBe(true)
  expect(partsOf('company', 'at-company').has('vog')).toBe(false)
  const typed = { ...EMPTY_PLAN, goal: 'Van het bedrijf', cost: 'De bus betaalt de school' }
  const after = merged(EMPTY_PLAN, typed, partsOf('company', 'at-company'))
  expect(changedParts(EMPTY_PLAN, after)).toEqual(['cost'])
})

test('the other side is told what was changed since it was last told', () => {
  const changes = {
    goal: { by: 'school', at: '2026-11-24T09:00:00.000Z' },
    cost: { by: 'school', at: '2026-11-25T09:00:00.000Z' },
    preparation: { by: 'company', at: '2026-11-25T09:00:00.000Z' },
  } as const
  expect(untold(changes, 'school', null)).toEqual(['goal', 'cost'])
  expect(untold(changes, 'school', new Date('2026-11-24T09:00:00Z'))).toEqual(['cost'])
  expect(untold(changes, 'company', new Date('2026-11-25T09:00:00Z'))).toEqual([])
})
