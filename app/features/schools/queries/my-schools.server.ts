/** The schools that the reader belongs to or waits for, with the colleagues there. Eight statements at most, however many colleagues. */
import type { Actor, MembershipRole } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { AppError } from '~/kernel/errors'
import type { BranchId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

export type Colleague = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: MembershipRole
  readonly isMe: boolean
}

export type MySchool = {
  readonly id: string
  readonly name: string
  readonly placeName: string
  readonly registerLevels: readonly string[]
  readonly isClosed: boolean
  readonly role: MembershipRole
  /** Leads first, then by name. */
  readonly members: readonly Colleague[]
  /** Who wait for a lead, the longest first; only a lead is told. */
  readonly asking: readonly { readonly userId: string; readonly name: string; readonly email: string }[]
}

export type MySchools = {
  readonly schools: readonly MySchool[]
  /** Where a lead still has to say yes. `isEmpty`: nobody is left there to say it. */
  readonly waitingFor: readonly {
    readonly id: string
    readonly name: string
    readonly placeName: string
    readonly isEmpty: boolean
  }[]
  readonly emailVerified: boolean
}

/** @throws AppError 401 for who is not signed in. */
export async function mySchools(
  db: Pick<Db, 'schoolBranch' | 'schoolJoinRequest'>,
  actor: Actor,
): Promise<MySchools> {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'account.sign-in-first')
  const person = { select: { name: true, email: true } }
  const [branches, waiting] = await Promise.all([
    db.schoolBranch.findMany({
      where: { id: { in: [...actor.schools.keys()] } },
      select: {
        id: true,
        name: true,
        placeName: true,
        registerLevels: true,
        closedOn: true,
        memberships: {
          select: { userId: true, role: true, user: person },
          orderBy: [{ role: 'asc' }, { user: { name: 'asc' } }, { userId: 'asc' }],
        },
        joinRequests: { select: { userId: true, user: person }, orderBy: { askedAt: 'asc' } },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    db.schoolJoinRequest.findMany({
      where: { userId: actor.userId },
      select: {
        branch: {
          select: { id: true, name: true, placeName: true, _count: { select: { memberships: true } } },
        },
      },
      orderBy: { askedAt: 'asc' },
    }),
  ])
  return {
    schools: branches.map(({ closedOn, memberships, joinRequests, ...branch }) => ({
      ...branch,
      isClosed: closedOn !== null,
      role: memberships.find((member) => member.userId === actor.userId)?.role ?? 'member',
      members: memberships.map(({ userId, role, user }) => ({
        userId,
        role,
        ...user,
        isMe: userId === actor.userId,
      })),
      asking: may(actor, 'school.manage-members', { branchId: branch.id as BranchId })
        ? joinRequests.map(({ userId, user }) => ({ userId, ...user }))
        : [],
    })),
    waitingFor: waiting.map(({ branch: { _count, ...branch } }) => ({
      ...branch,
      isEmpty: _count.memberships === 0,
    })),
    emailVerified: actor.emailVerified,
  }
}
