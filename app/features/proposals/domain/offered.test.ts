import { expect, test } from 'vitest'
import { mistakeInDays, mistakeInOffering, type OfferingFacts } from './offered'

const now = new Date('2026-11-24T09:00:00Z')
const facts = (over: Partial<OfferingFacts> = {}): OfferingFacts => ({
  refuses: false,
  open: 0,
  before: [],
  groups: 2,
  allOrNone: false,
  places: 1,
  ...over,
})
const before = (state: OfferingFacts['before'][number]['state'], sentOn: string, byCompany = true) => ({
  before: [{ state, sentAt: new Date(`${sentOn}T09:00:00Z`), byCompany }],
})

test.each([
  [facts(), null],
  [facts({ refuses: true }), 'wants-no-offers'],
  [facts({ open: 2 }), null],
  [facts({ open: 3 }), 'offered-enough'],
  [facts({ places: 0 }), 'nothing-left-to-offer'],
  [facts({ allOrNone: true }), 'not-for-all-groups'],
  [facts({ allOrNone: true, places: 2 }), null],
  [facts(before('declined', '2026-09-01', false)), 'asked-you'],
  [facts(before('declined', '2026-09-01')), 'school-said-no'],
  [facts(before('sent', '2026-11-01')), 'offered-lately'],
  [facts(before('withdrawn', '2026-11-18')), 'offered-lately'],
  [facts(before('withdrawn', '2026-11-17')), null],
  [facts(before('expired', '2026-11-01')), null],
])('of %j: %s', (given, mistake) => {
  expect(mistakeInOffering(given, now)).toBe(mistake)
})

test.each([
  [[], null, null],
  [['2026-11-24', '2027-07-31'], null, null],
  [['2026-11-23'], null, 'date-passed'],
  [['2028-08-01'], null, 'date-too-far'],
  [['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'], null, 'too-many-options'],
  [[], { from: '2027-02-02', until: '2027-02-01' }, 'period-turned'],
  [[], { from: '2026-11-01', until: '2026-11-20' }, 'date-passed'],
  [[], { from: '2026-11-01', until: '2027-02-01' }, null],
])('days %j and period %j: %s', (days, period, mistake) => {
  expect(mistakeInDays({ days, period }, '2026-11-24', '2028-07-31')).toBe(mistake)
})
