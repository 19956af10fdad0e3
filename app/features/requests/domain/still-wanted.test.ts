import { describe, expect, test } from 'vitest'
import { type StillWanted, stillWantedStep } from './still-wanted'

const FREE = {
  publicHolidays: new Set(['2027-03-29']),
  schoolHolidays: [{ from: '2027-02-20', until: '2027-02-28' }],
}
const step = (over: Partial<StillWanted>, today: string) =>
  stillWantedStep({ aliveOn: '2026-11-02', asked: 0, askedOn: null, answerBy: null, ...over }, today, FREE)

describe('whether a school on the waiting list is asked', () => {
  test.each([
    ['the day before two months', '2027-01-01', 'nothing'],
    ['on the weekend of two months', '2027-01-02', 'nothing'],
    ['on the first school day after it', '2027-01-04', 'ask'],
  ])('%s (%s): %s', (_name, today, kind) => {
    expect(step({}, today).kind).toBe(kind)
  })

  test('never in a holiday of its region or on a public holiday', () => {
    for (const today of ['2027-02-22', '2027-02-26', '2027-03-29'])
      expect(step({}, today)).toEqual({ kind: 'nothing' })
    expect(step({}, '2027-03-01')).toEqual({ kind: 'ask', asked: 1 })
  })

  test('a second time two months after the first mail, with ten school days to answer', () => {
    const once = { asked: 1, askedOn: '2026-12-14' }
    expect(step(once, '2027-02-12')).toEqual({ kind: 'nothing' })
    // 15 to 19 February are five, the holiday counts for none, 1 to 5 March are the others.
    expect(step({ ...once, askedOn: '2026-12-13' }, '2027-02-12')).toEqual({
      kind: 'ask',
      asked: 2,
      answerBy: '2027-03-05',
    })
  })

  test('it is over after the last day of the second mail, and not on it', () => {
    const twice = { asked: 2, askedOn: '2027-02-12', answerBy: '2027-03-05' }
    expect(step(twice, '2027-03-05')).toEqual({ kind: 'nothing' })
    expect(step(twice, '2027-03-06')).toEqual({ kind: 'expire' })
  })

  test('a sign of life begins anew', () => {
    const twice = { asked: 2, askedOn: '2027-02-12', answerBy: '2027-03-05', aliveOn: '2027-02-15' }
    expect(step(twice, '2027-03-06')).toEqual({ kind: 'nothing' })
    expect(step(twice, '2027-04-19')).toEqual({ kind: 'ask', asked: 1 })
  })
})
