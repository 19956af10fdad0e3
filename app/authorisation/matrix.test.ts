/** Who may do what to what, for every action and every role, written out so that somebody reads a change of it. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '~/kernel/errors'
import type { BranchId, OrganisationId, RegionId, UserId } from '~/kernel/ids'
import { makeActor } from '../../tests/factories/actor'
import { type Actor, ANONYMOUS } from './actor'
import { ACTIONS, type Action, allow, type Subjects } from './permissions'

const ME = '00000000-0000-4000-8000-000000000001'
/** Whatever an action asks of its subject; `own` of a role is what that role has. */
const FOREIGN = {
  userId: '00000000-0000-4000-8000-000000000009' as UserId,
  organisationId: 'foreign-company' as OrganisationId,
  branchId: 'foreign-school' as BranchId,
  regionIds: ['foreign-region' as RegionId],
}
const UNKNOWN = {
  userId: null,
  organisationId: '' as OrganisationId,
  branchId: '' as BranchId,
  regionIds: [] as RegionId[],
}
const OWN_COMPANY = { ...FOREIGN, userId: ME as UserId, organisationId: 'own' as OrganisationId }
const OWN_SCHOOL = { ...FOREIGN, userId: ME as UserId, branchId: 'own' as BranchId }
const OWN_REGION = { ...FOREIGN, userId: ME as UserId, regionIds: ['own' as RegionId] }
const OWN_ACCOUNT = { ...FOREIGN, userId: ME as UserId }

type Fact = keyof typeof FOREIGN | 'branchIds' | 'organisationIds'
/** What each action asks of its subject. */
const ASKS: { readonly [A in Action]?: readonly Fact[] } = {
  'organisation.create': [],
  'organisation.see': ['organisationId'],
  'organisation.edit': ['organisationId'],
  'organisation.manage-colleagues': ['organisationId'],
  'organisation.leave': ['organisationId'],
  'organisation.verify': ['regionIds'],
  'offer.create': ['organisationId'],
  'offer.edit': ['organisationId'],
  'offer.publish': ['organisationId'],
  'offer.see-unpublished': ['organisationId'],
  'load.run': ['organisationId'],
  'delegation.manage': ['organisationId'],
  'school.join': ['branchId'],
  'school.see-members': ['branchId'],
  'school.manage-members': ['branchId'],
  'account.edit': ['userId'],
  'saved-search.end': ['userId'],
  'request.post': ['branchId'],
  'request.see': ['branchId', 'regionIds'],
  'request.edit': ['branchId'],
  'request.draft': ['userId'],
  'request.enter': ['regionIds'],
  'offer.enter': ['regionIds'],
  'request.follow-up': ['regionIds'],
  'proposal.send': ['branchId'],
  'proposal.answer': ['organisationId'],
  'proposal.offer': ['organisationId'],
  'proposal.answer-offered': ['branchId'],
  'proposal.see': ['branchId', 'organisationId', 'regionIds'],
  'booking.see': ['branchId', 'organisationId', 'regionIds'],
  'booking.follow': ['branchId', 'organisationId'],
  'booking.change': ['branchId', 'organisationId'],
  'project.see': ['branchIds', 'organisationIds'],
  'project.work': ['branchIds', 'organisationIds'],
  'project.see-outline': ['branchIds', 'organisationIds', 'regionIds'],
  'hold.answer': ['branchId'],
  'hold.decline': ['organisationId'],
  'waiting-list.see': ['regionIds'],
  'round.run': ['regionIds'],
  'round.see': ['regionIds'],
  'region.see-board': ['regionIds'],
  'administration.enter': [],
  'synonym.change': [],
  'organisation.stop': ['organisationId'],
  'conversation.read': ['branchId', 'organisationId'],
  'conversation.write': ['branchId', 'organisationId'],
}

type Role = { readonly name: string; readonly actor: Actor; readonly own: typeof FOREIGN }
const ROLES: readonly Role[] = [
  { name: 'visitor', actor: ANONYMOUS, own: OWN_ACCOUNT },
  { name: 'unconfirmed', actor: makeActor({ userId: ME, emailVerified: false }), own: OWN_ACCOUNT },
  { name: 'teacher', actor: makeActor({ userId: ME, schools: { own: 'member' } }), own: OWN_SCHOOL },
  { name: 'school lead', actor: makeActor({ userId: ME, schools: { own: 'lead' } }), own: OWN_SCHOOL },
  { name: 'viewer', actor: makeActor({ userId: ME, organisations: { own: 'viewer' } }), own: OWN_COMPANY },
  { name: 'editor', actor: makeActor({ userId: ME, organisations: { own: 'editor' } }), own: OWN_COMPANY },
  { name: 'owner', actor: makeActor({ userId: ME, organisations: { own: 'owner' } }), own: OWN_COMPANY },
  {
    name: 'partner',
    actor: {
      ...makeActor({ userId: ME }),
      loadsFor: new Map([['own' as OrganisationId, 'partner' as OrganisationId]]),
    },
    own: OWN_COMPANY,
  },
  { name: 'coordinator', actor: makeActor({ userId: ME, regions: ['own'] }), own: OWN_REGION },
  { name: 'administrator', actor: makeActor({ userId: ME, isAdministrator: true }), own: OWN_ACCOUNT },
  {
    name: 'looking along',
    actor: {
      ...makeActor({ userId: ME, organisations: { own: 'owner' }, schools: { own: 'lead' } }),
      impersonatedBy: 'an-administrator' as UserId,
    },
    own: { ...OWN_COMPANY, branchId: 'own' as BranchId },
  },
]

function answer(actor: Actor, action: Action, of: Readonly<Record<keyof typeof FOREIGN, unknown>>): string {
  const facts = { ...of, branchIds: [of.branchId], organisationIds: [of.organisationId] }
  const asked = ASKS[action] ?? (Object.keys(facts) as Fact[])
  const subject = Object.fromEntries(asked.map((name) => [name, facts[name]]))
  try {
    allow(actor, action, subject as Subjects[Action] as never)
    return 'yes'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return (
      { unauthenticated: '401', forbidden: '403', 'not-found': '404' }[error.kind as string] ?? error.kind
    )
  }
}

describe('every action for every role', () => {
  test('is asked with what it asks for', () => {
    expect(Object.keys(ASKS).sort()).toEqual([...ACTIONS].sort())
  })

  /** Written anew by `npx vitest run --project unit app/authorisation -u`, and then read by somebody. */
  test('is as docs/permissions.md says', async () => {
    const rows = ACTIONS.map((action) => {
      const cells = ROLES.map(({ actor, own }) => {
        const all = [own, FOREIGN, UNKNOWN].map((subject) => answer(actor, action, subject))
        return new Set(all).size === 1 ? all[0] : all.join(' · ')
      })
      return `| \`${action}\` | ${cells.join(' | ')} |`
    })
    const page = [
      '# Who may do what',
      '',
      'Each cell is the answer for the own subject · that of somebody else · one that is not there; one word where all three are the same. `yes`: it is done. 401: sign in first. 403: not in this role. 404: not yours, so it is not there. The program itself may do all. A test compares this page with `app/authorisation/permissions.ts`.',
      '',
      `| action | ${ROLES.map(({ name }) => name).join(' | ')} |`,
      `|---|${ROLES.map(() => '---').join('|')}|`,
      ...rows,
      '',
    ].join('\n')
    await expect(page).toMatchFileSnapshot(path.resolve(import.meta.dirname, '../../docs/permissions.md'))
  })

  test.each(ACTIONS)('%s: what is not there is answered as what is somebody else’s', (action) => {
    for (const { name, actor, own } of ROLES) {
      // An administrator and who may do it to anybody's see all.
      const foreign = answer(actor, action, FOREIGN)
      if (foreign === 'yes') continue
      expect(answer(actor, action, UNKNOWN), name).toBe(foreign)
      // Nobody learns by a 403 that something of somebody else is there; who looks along may not do it to anything.
      if (foreign === '403') expect(answer(actor, action, own), name).toBe('403')
    }
  })
})
