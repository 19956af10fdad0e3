import { expect, test } from 'vitest'
import type { OfferDocument } from '~search/document'
import { NEUTRAL } from '~search/quality'
import { offerRow } from './offer-row'

const LESSON: OfferDocument = {
  id: 'o1',
  slug: 'lasrobot-o1',
  revision: 1,
  signals: NEUTRAL,
  kind: 'guest-lesson',
  title: 'Lasrobot',
  summary: 'Lassen met een robot.',
  description: '',
  organisationId: 'c1',
  organisationSlug: 'haverlijn',
  organisationName: 'Haverlijn',
  placeName: 'Almelo',
  municipalityCode: 'GM0141',
  municipalityName: 'Almelo',
  provinceName: 'Overijssel',
  regionIds: [],
  topicIds: [],
  topicLabels: [],
  levels: [{ level: 'vmbo', years: [3] }],
  subjectIds: [],
  subjectLabels: [],
  curriculumGoalIds: [],
  profileIds: [],
  networkIds: [],
  location: 'at-school',
  point: { lat: 52.36, lng: 6.66 },
  travelRadiusKm: 20,
  servedMunicipalityCodes: null,
  groupSizeMax: null,
  durationMinutes: null,
  costCents: 0,
  languages: ['nl'],
  girlsFocus: false,
  programme: null,
  weekdays: [],
  openPlaces: 3,
  openFrom: null,
  isDemo: false,
  publishedAt: '2026-09-01T08:00:00.000Z',
  lastConfirmedAt: null,
}
const comes = (facts: Partial<OfferDocument>, distanceKm: number | null) =>
  offerRow({ document: { ...LESSON, ...facts }, distanceKm, title: [], summary: [] }, 1).comes

test('a company is said to come only as far as it travels, the last kilometre included', () => {
  expect(comes({}, 20)).toBe('yes')
  expect(comes({}, 20.1)).toBe('too-far')
  expect(comes({ travelRadiusKm: null }, 250)).toBe('yes')
})

test('a limit to regions is said, for the distance alone does not promise a visit', () => {
  expect(comes({ servedMunicipalityCodes: ['GM0141'] }, 5)).toBe('some-regions')
})

test('without a place, and where nobody travels, nothing is said', () => {
  expect(comes({}, null)).toBeNull()
  expect(comes({ location: 'at-company' }, 5)).toBeNull()
})
