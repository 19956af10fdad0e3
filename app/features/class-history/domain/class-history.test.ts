import { expect, test } from 'vitest'
import { classHistories, type HadLesson } from './class-history'

const LESSON: HadLesson = {
  bookingId: 'b1',
  date: '2026-10-01',
  title: 'Lasrobots',
  company: 'Haverlijn',
  kind: 'guest-lesson',
  topicIds: ['robotica.lassen'],
  sectors: [],
  girlsFocus: false,
  level: 'vmbo',
  years: [3],
  yearsAgo: 0,
}
const TOPICS = new Map([
  ['robotica', new Set(['robotica', 'robotica.lassen'])],
  ['bouw', new Set(['bouw'])],
])

test('a class keeps what it had in the year before, under the year that it was in', () => {
  const lessons = [
    LESSON,
    {
      ...LESSON,
      bookingId: 'b2',
      date: '2025-11-03',
      years: [2, 4],
      yearsAgo: 1,
      kind: 'excursion' as const,
    },
  ]
  const classes = classHistories(lessons, TOPICS)
  // Who was in year 4 a year ago has left.
  expect(classes.map(({ level, year }) => `${level} ${year}`)).toEqual(['vmbo 3'])
  expect(classes[0]?.lessons.map(({ bookingId, inYear }) => `${bookingId} ${inYear}`)).toEqual([
    'b1 3',
    'b2 2',
  ])
  expect(classes[0]?.isNew).toEqual({
    kinds: ['lesson-material', 'co-development'],
    topicIds: ['bouw'],
    girls: true,
  })
})

test('what a class has seen is no hint any more', () => {
  const [all] = classHistories([{ ...LESSON, girlsFocus: true, topicIds: ['bouw', 'robotica'] }], TOPICS)
  expect(all?.isNew).toMatchObject({ topicIds: [], girls: false })
})
