import { expect, test } from 'vitest'
import { daysOfSeries, keyOf, momentOfKey, type PlanFacts, planSessions, SESSIONS_MAX } from './session-plan'

const FACTS: PlanFacts = {
  today: '2026-11-24',
  lastDay: '2028-07-31',
  closed: {
    blackouts: [{ from: '2027-01-11', until: '2027-01-15' }],
    publicHolidays: new Set(['2027-04-27']),
    schoolHolidays: [{ from: '2026-12-19', until: '2027-01-03' }],
    openInHolidays: false,
  },
  there: new Set(['2027-01-19 09:30']),
}
const SERIES = { from: '2026-12-08', until: '2027-01-26', startTime: '09:30', everyWeeks: 1 } as const
const at = (day: string) => ({ day, startTime: '09:30', name: null })

test('a weekly series leaves out holidays, days off and what there is already, and says so', () => {
  const plan = planSessions(daysOfSeries(SERIES).map(at), FACTS)
  expect(plan.map(({ day, skipped }) => [day, skipped])).toEqual([
    ['2026-12-08', null],
    ['2026-12-15', null],
    ['2026-12-22', 'school-holiday'],
    ['2026-12-29', 'school-holiday'],
    ['2027-01-05', null],
    ['2027-01-12', 'blackout'],
    ['2027-01-19', 'there-already'],
    ['2027-01-26', null],
  ])
})

test('every other week, once, and never without end', () => {
  expect(daysOfSeries({ ...SERIES, everyWeeks: 2 })).toHaveLength(4)
  expect(daysOfSeries({ ...SERIES, everyWeeks: 0 })).toEqual(['2026-12-08'])
  expect(daysOfSeries({ ...SERIES, until: '2099-01-01' })).toHaveLength(SESSIONS_MAX)
})

test('yesterday, far ahead, twice and what a calendar cancels become no sessions', () => {
  const plan = planSessions(
    [
      at('2026-11-24'),
      at('2029-01-09'),
      at('2027-02-02'),
      at('2027-02-02'),
      { ...at('2027-02-09'), isCancelled: true },
    ],
    FACTS,
  )
  expect(plan.map(({ skipped }) => skipped)).toEqual(['past', null, 'twice', 'cancelled', 'too-far'])
})

test('given in holidays, only the days off of the company remain closed', () => {
  const facts = { ...FACTS, closed: { ...FACTS.closed, openInHolidays: true } }
  const plan = planSessions([at('2026-12-22'), at('2027-04-27'), at('2027-01-12')], facts)
  expect(plan.map(({ skipped }) => skipped)).toEqual([null, 'blackout', null])
})

test('a key is read back as what it was made of, and nothing else is a key', () => {
  const moment = { day: '2027-01-19', startTime: '09:30' }
  expect(momentOfKey(keyOf(moment))).toEqual(moment)
  expect(momentOfKey('2027-01-19')).toEqual({ day: '2027-01-19', startTime: '' })
  for (const text of ['', '2027-13-41', '2027-01-19 25:00', 'x2027-01-19'])
    expect(momentOfKey(text)).toBeNull()
})
