import { expect, test } from 'vitest'
import type { BranchId, OfferId, OrganisationId } from '~/kernel/ids'
import { isMoved, mistakeInMeeting } from './meeting'
import {
  gapsForStart,
  isComplete,
  isOpen,
  type Member,
  nextStep,
  notAgreed,
  obstacleToPublishing,
  type Project,
  type ProjectId,
} from './project'

const school = (over: Partial<Member> = {}): Member => ({
  ...{ id: 's', branchId: '00AA00' as BranchId, organisationId: null, state: 'joined', agreedRound: null },
  ...over,
})
const company = (over: Partial<Member> = {}): Member => ({
  ...{ id: 'c', branchId: null, organisationId: 'o' as OrganisationId, state: 'joined', agreedRound: null },
  ...over,
})
const project = (over: Partial<Project> = {}): Project => ({
  ...{ id: 'p' as ProjectId, state: 'running', title: 'Meten', goal: 'Leren meten', results: 'Twee lessen' },
  ...{ startsOn: '2026-12-01', endsOn: null, licence: null, licenceRound: 0, resultOfferId: null },
  ...{ isDemo: false, members: [school(), company()] },
  ...over,
})

test('it begins with a goal, what they make and a day', () => {
  expect(gapsForStart(project())).toEqual([])
  expect(gapsForStart(project({ goal: '', results: '', startsOn: null }))).toEqual([
    'goal',
    'results',
    'start',
  ])
})

test('without a school or without a company that takes part it is no project', () => {
  expect(isComplete([school(), company()])).toBe(true)
  expect(isComplete([school(), company({ state: 'invited' })])).toBe(false)
  expect(isComplete([school({ state: 'left' }), company()])).toBe(false)
})

test('who takes part agrees to the licence of now: an earlier one and those who left do not count', () => {
  const members = [
    school({ agreedRound: 1 }),
    company({ agreedRound: 2 }),
    school({ id: 'x', state: 'left' }),
  ]
  const ids = (over: Partial<Project>) => notAgreed(project(over), members).map(({ id }) => id)
  expect(ids({ licence: 'cc-by-4.0', licenceRound: 2 })).toEqual(['s'])
  expect(ids({ licence: null, licenceRound: 0 })).toEqual(['s', 'c'])
})

const AGREED = {
  licence: 'cc-by-4.0',
  licenceRound: 1,
  members: [school({ agreedRound: 1 }), company({ agreedRound: 1 })],
} as const

test.each([
  ['runs still', { ...AGREED }, 'not-finished'],
  ['has no licence', { state: 'finished' }, 'no-licence'],
  ['is not agreed to by all', { ...AGREED, state: 'finished', licenceRound: 2 }, 'not-all-agreed'],
  ['is an offer already', { ...AGREED, state: 'finished', resultOfferId: 'o' as OfferId }, 'drafted-already'],
  ['is finished and agreed to', { ...AGREED, state: 'finished' }, null],
] as const)('a result that %s', (_what, over, obstacle) => {
  expect(obstacleToPublishing(project(over))).toBe(obstacle)
})

test.each([
  ['preparing', { goal: '' }, 0, 'describe', 'describe'],
  ['preparing', {}, 0, 'start', 'start'],
  ['running', {}, 0, 'add-file', 'add-file'],
  ['running', {}, 1, 'choose-licence', 'choose-licence'],
  ['running', { licence: 'cc0-1.0', licenceRound: 1 }, 1, 'agree', 'agree'],
  ['running', AGREED, 1, 'finish', 'finish'],
  ['finished', { ...AGREED, members: [school({ agreedRound: 1 }), company()] }, 1, 'others-agree', 'agree'],
  ['finished', AGREED, 1, 'company-drafts', 'draft'],
  ['finished', { ...AGREED, resultOfferId: 'o' as OfferId }, 1, null, 'complete-offer'],
  ['published', AGREED, 1, 'see-result', 'see-result'],
  ['stopped', {}, 1, null, null],
] as const)(
  '%s, %j, %i files: the school %s, the company %s',
  (state, over, files, forSchool, forCompany) => {
    const now = project({ ...over, state })
    const [own, other] = now.members
    expect(nextStep(now, { own: own ?? null, works: true }, files)).toBe(forSchool)
    expect(nextStep(now, { own: other ?? null, works: true }, files)).toBe(forCompany)
  },
)

test('who is asked answers; who only reads, or takes no part, does nothing', () => {
  expect(nextStep(project(), { own: school({ state: 'invited' }), works: true }, 0)).toBe('answer')
  expect(nextStep(project(), { own: school(), works: false }, 0)).toBeNull()
  expect(nextStep(project(), { own: null, works: true }, 0)).toBeNull()
})

test('it changes until it stops, or its result is an offer', () => {
  expect(isOpen(project({ state: 'finished' }))).toBe(true)
  expect(isOpen(project({ state: 'finished', resultOfferId: 'o' as OfferId }))).toBe(false)
  expect(isOpen(project({ state: 'stopped' }))).toBe(false)
})

const DAYS = { today: '2026-12-01', lastDay: '2028-07-31' }
const at = (date: string, place: string | null = 'Lokaal 12') => ({ date, place, onlineUrl: null })

test('a meeting is somewhere, from today to the end of next school year; one that was keeps its day', () => {
  expect(mistakeInMeeting(at('2026-12-01'), null, DAYS)).toBeNull()
  expect(mistakeInMeeting(at('2026-11-30'), null, DAYS)).toBe('meeting-passed')
  expect(mistakeInMeeting(at('2026-11-30'), { date: '2026-11-30' }, DAYS)).toBeNull()
  expect(mistakeInMeeting(at('2028-08-01'), null, DAYS)).toBe('meeting-too-far')
  expect(mistakeInMeeting(at('2026-12-02', null), null, DAYS)).toBe('meeting-nowhere')
})

test('calendars hear of another time or place, not of another agenda', () => {
  const plan = { ...at('2026-12-02'), title: 'Overleg', startTime: '15:00', durationMinutes: 60, agenda: '' }
  expect(isMoved(plan, { ...plan, agenda: 'De proef' })).toBe(false)
  expect(isMoved(plan, { ...plan, startTime: '15:30' })).toBe(true)
  expect(isMoved(plan, { ...plan, place: null, onlineUrl: 'https://overleg.example/1' })).toBe(true)
})
