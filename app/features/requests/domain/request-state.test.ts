import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GroupStanding, groupsWithPlace, type RequestFacts, requestState } from './request-state'

const facts = (over: Partial<RequestFacts>): RequestFacts => ({
  decided: 'open',
  groups: ['none'],
  openProposals: 0,
  isWaiting: false,
  ...over,
})

test.each<[string, Partial<RequestFacts>, string]>([
  ['a draft', { decided: 'draft', groups: [] }, 'draft'],
  ['just posted', {}, 'open'],
  ['sent to a company', { openProposals: 1 }, 'proposed'],
  ['a hold to answer', { groups: ['held'] }, 'proposed'],
  ['on the waiting list', { isWaiting: true }, 'waiting'],
  ['on the waiting list with one group placed', { isWaiting: true, groups: ['booked', 'none'] }, 'waiting'],
  [
    'two of three placed, the third asked',
    { groups: ['booked', 'done', 'none'], openProposals: 1 },
    'proposed',
  ],
  ['all placed', { groups: ['booked', 'done'] }, 'booked'],
  ['all placed although a proposal is open', { groups: ['booked'], openProposals: 1 }, 'booked'],
  ['all done', { groups: ['done', 'done'] }, 'done'],
  ['withdrawn with a booking', { decided: 'withdrawn', groups: ['done'] }, 'withdrawn'],
  ['expired', { decided: 'expired', isWaiting: true }, 'expired'],
])('%s', (_name, over, expected) => {
  expect(requestState(facts(over))).toBe(expected)
})

test('is booked or done only when every group has a place', () => {
  const standing = fc.constantFrom<GroupStanding>('none', 'held', 'booked', 'done')
  fc.assert(
    fc.property(
      fc.array(standing, { minLength: 1, maxLength: 6 }),
      fc.nat(3),
      fc.boolean(),
      (groups, n, isWaiting) => {
        const state = requestState(facts({ groups, openProposals: n, isWaiting }))
        expect(state === 'booked' || state === 'done').toBe(groupsWithPlace(groups) === groups.length)
      },
    ),
  )
})
