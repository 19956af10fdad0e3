import { expect, test } from 'vitest'
import { previewOf, previewOfFields } from './preview'

test('an empty form is a card without words, and lacks everything', () => {
  expect(previewOfFields({})).toMatchObject({ kind: 'guest-lesson', title: '', levels: [], hints: [] })
  expect(previewOfFields({}).gaps).toEqual([
    'summary',
    'description',
    'topics',
    'years',
    'duration',
    'languages',
    'sessions',
  ])
})

test('what is typed stands on the card, and what is complete lacks nothing', () => {
  const preview = previewOfFields({
    kind: 'excursion',
    location: 'at-company',
    title: ' Lasrobots in de testhal ',
    summary: 'Zelf lassen.',
    description: 'Leerlingen lassen.',
    topics: ['robotica.robots', 'ict'],
    years: ['vmbo-3', 'vmbo-4'],
    tracks: 'kb',
    durationMinutes: '90',
    sessionsPerYear: '8',
    languages: 'nl',
  })
  expect(preview).toMatchObject({
    kind: 'excursion',
    title: 'Lasrobots in de testhal',
    topicId: 'robotica.robots',
    levels: [{ level: 'vmbo', years: [3, 4], tracks: ['kb'] }],
    durationMinutes: 90,
    gaps: [],
  })
})

test('nonsense in the fields breaks nothing', () => {
  const preview = previewOf((name) => (name === 'years' ? ['havo-6'] : ['<b>', '-1']))
  expect(preview).toMatchObject({ kind: 'guest-lesson', levels: [], durationMinutes: null })
})
