import { expect, test } from 'vitest'
import { daysShown, understandPeriod } from './typed-period'

const TODAY = '2026-11-24'
const typed = (text: string, from = '', until = '', of = '', shown = daysShown('', '')) =>
  understandPeriod({ text, from, until, of, shown }, TODAY, [])

test('words are read into days that the page shows', () => {
  expect(typed('januari')).toMatchObject({
    span: { from: '2027-01-01', until: '2027-01-31' },
    from: '2027-01-01',
    isNote: false,
  })
})

test('what cannot be read stays as a note and restricts nothing', () => {
  expect(typed('als de hal klaar is')).toMatchObject({ span: null, isNote: true, mistake: null })
})

test('days that the teacher corrected win over the words', () => {
  const shown = daysShown('2027-01-01', '2027-01-31')
  expect(typed('januari', '2027-01-11', '2027-01-22', 'januari', shown).span).toEqual({
    from: '2027-01-11',
    until: '2027-01-22',
  })
})

test('other words are read anew when the days were left as they were', () => {
  const shown = daysShown('2027-01-01', '2027-01-31')
  expect(typed('februari', '2027-01-01', '2027-01-31', 'januari', shown).from).toBe('2027-02-01')
})

test('a correction is kept on the pages that follow, and emptied days mean any time', () => {
  const corrected = daysShown('2027-01-11', '2027-01-22')
  expect(typed('januari', '2027-01-11', '2027-01-22', 'januari', corrected).from).toBe('2027-01-11')
  expect(typed('januari', '', '', 'januari', corrected)).toMatchObject({ span: null, isNote: true })
})

test.each([
  ['2027-01-11', '', 'incomplete'],
  ['2027-02-30', '2027-03-01', 'no-date'],
  ['2027-01-22', '2027-01-11', 'backwards'],
  ['2026-09-01', '2026-10-01', 'passed'],
])('from %s until %s is %s', (from, until, mistake) => {
  expect(typed('', from, until)).toMatchObject({ span: null, mistake, from, until })
})
