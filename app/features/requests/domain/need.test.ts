import { expect, test } from 'vitest'
import { placesFor } from '~/kernel/education'
import { asksForProject, groupsOf } from './need'

test.each([
  [['co-development'], 3, 1],
  [['co-development'], 1, 1],
  [['co-development', 'guest-lesson'], 3, 3],
  [['guest-lesson'], 3, 3],
] as const)('a request for %j with %i classes has %i groups that get a place', (kinds, classes, groups) => {
  expect(groupsOf({ kinds }, classes)).toBe(groups)
  expect(asksForProject({ kinds })).toBe(kinds.length === 1 && kinds[0] === 'co-development')
})

test('a project takes one place of its offer, a lesson one per group', () => {
  expect([0, 1, 3].map((groups) => placesFor('co-development', groups))).toEqual([0, 1, 1])
  expect(placesFor('excursion', 3)).toBe(3)
})
