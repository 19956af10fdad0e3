import { expect, test } from 'vitest'
import type { CalendarDate } from '~/kernel/calendar'
import type { RequestNeed } from './need'
import { answersAgain } from './request-form'

const day = (text: string) => text as CalendarDate
const again = (from: string, until: string, today: string) =>
  answersAgain(
    {
      need: {
        ...{ kinds: ['excursion'], topicIds: ['robotica'], level: 'vmbo', years: [3], tracks: [] },
        ...{ groupSize: 25, weekdays: [], maxDistanceKm: null, languages: [], title: 'Robots', text: '' },
        ...{ periodText: 'in het voorjaar', period: { from: day(from), until: day(until) } },
        ...{ isUrgent: false, allOrNone: false, mayShare: false },
      } as unknown as RequestNeed,
      groups: [1, 2],
      classes: null,
      version: 4,
    },
    { branch: '00AA00', today: day(today) },
  )

test.each([
  ['last school year', '2026-03-01', '2026-05-31', '2026-11-29', '2027-03-01', '2027-05-31'],
  [
    'earlier this calendar year, over the turn of a year',
    '2025-11-01',
    '2026-01-31',
    '2026-02-01',
    '2026-11-01',
    '2027-01-31',
  ],
  ['three years ago', '2023-03-01', '2023-03-31', '2026-11-29', '2027-03-01', '2027-03-31'],
  ['a day that is not in every year', '2028-02-29', '2028-02-29', '2028-03-01', '2029-02-28', '2029-02-28'],
])('a period that is over comes again: %s', (_what, from, until, today, newFrom, newUntil) => {
  const answers = again(from, until, today)
  expect(answers).toMatchObject({ from: [newFrom], until: [newUntil], groups: ['2'], branch: ['00AA00'] })
  expect(answers).not.toHaveProperty('period')
  expect(answers).not.toHaveProperty('version')
})

test('a period that is still to come stays, with its words', () => {
  expect(again('2027-03-01', '2027-05-31', '2026-11-29')).toMatchObject({
    ...{ period: ['in het voorjaar'], from: ['2027-03-01'], until: ['2027-05-31'] },
  })
})
