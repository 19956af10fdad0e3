/** Who may do what at an organisation: every action on one's own, for every role, and on somebody else's. */
import { describe, expect, test } from 'vitest'
import { AppError } from '~/kernel/errors'
import type { BranchId, OrganisationId, RegionId } from '~/kernel/ids'
import { makeActor } from '../../tests/factories/actor'
import { ANONYMOUS, ORGANISATION_ROLES, type OrganisationRole, SYSTEM } from './actor'
import { type Action, allow, may, organisationsFor, partnerAt, type Subjects } from './permissions'

const OWN = 'own' as OrganisationId
const FOREIGN = 'foreign' as OrganisationId

type OfCompany = { [A in Action]: Subjects[A] extends { organisationId: OrganisationId } ? A : never }[Action]

const ALL = ['owner', 'editor', 'viewer'] as const
const WRITES = ['owner', 'editor'] as const

/** Complete: an action that is about an organisation and is missing here does not compile. */
const MAY: Readonly<Record<OfCompany, readonly OrganisationRole[]>> = {
  'organisation.see': ALL,
  'organisation.edit': ['owner'],
  'organisation.manage-colleagues': ['owner'],
  'organisation.leave': ALL,
  'organisation.stop': ['owner'],
  'offer.create': WRITES,
  'offer.edit': WRITES,
  'offer.publish': WRITES,
  'offer.see-unpublished': ALL,
  'load.run': WRITES,
  'delegation.manage': ['owner'],
  'proposal.answer': WRITES,
  'proposal.offer': WRITES,
  'proposal.see': ALL,
  'booking.see': ALL,
  'booking.follow': ALL,
  'booking.change': WRITES,
  'conversation.read': ALL,
  'conversation.write': WRITES,
  'hold.decline': WRITES,
}
const ACTIONS = Object.keys(MAY) as OfCompany[]

const subject = (organisationId: OrganisationId) => ({
  organisationId,
  branchId: 'foreign' as BranchId,
  regionIds: ['foreign' as RegionId],
})

function answerTo(role: OrganisationRole, action: OfCompany, organisationId: OrganisationId): number {
  try {
    allow(makeActor({ organisations: { [OWN]: role } }), action, subject(organisationId))
    return 200
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.kind === 'forbidden' ? 403 : error.kind === 'not-found' ? 404 : 500
  }
}

describe.each(ORGANISATION_ROLES)('who is %s', (role) => {
  test.each(ACTIONS)('%s: done at the own organisation or 403, elsewhere 404', (action) => {
    expect(answerTo(role, action, OWN)).toBe(MAY[action].includes(role) ? 200 : 403)
    expect(answerTo(role, action, FOREIGN)).toBe(404)
  })
})

test('a visitor is asked to sign in, the program itself may do all', () => {
  for (const action of ACTIONS) {
    expect(() => allow(ANONYMOUS, action, subject(OWN))).toThrow('unauthenticated')
    expect(may(SYSTEM, action, subject(FOREIGN))).toBe(true)
  }
})

test('who works for a partner loads for a company that let it, and does nothing else there', () => {
  const actor = { ...makeActor({}), loadsFor: new Map([[FOREIGN, OWN]]) }
  expect(ACTIONS.filter((action) => may(actor, action, subject(FOREIGN)))).toEqual(['load.run'])
  expect(may(actor, 'load.run', subject(OWN))).toBe(false)
  expect(partnerAt(actor, FOREIGN)).toBe(OWN)
})

test('of several organisations those count at which the role allows it; of none that does, it is not allowed', () => {
  const actor = makeActor({ organisations: { [OWN]: 'editor', [FOREIGN]: 'viewer' } })
  expect(organisationsFor(actor, 'offer.create')).toEqual([OWN])
  expect(() => organisationsFor(actor, 'organisation.edit')).toThrow('forbidden')
  expect(organisationsFor(makeActor({}), 'organisation.edit')).toEqual([])
})
