/** Who belongs to which branch: the only writes to `school_membership` and `school_join_request`. */
import type { MembershipRole } from '~/authorisation/actor'
import type { Tx } from '~/platform/db/client.server'
import type { Member } from './domain/membership'

export type MembershipStore = ReturnType<typeof makeMembershipStore>

/** A branch as somebody comes to or goes from it. */
export type LockedBranch = {
  readonly id: string
  readonly website: string | null
  readonly isClosed: boolean
  /** Who came first first. */
  readonly members: readonly Member[]
  /** Users who wait for an answer. */
  readonly asking: readonly string[]
}

export function makeMembershipStore(tx: Tx) {
  return {
    /** Holds the branch until the transaction ends, so that only one can be the first. @returns `null` when unknown. */
    async lock(branchId: string): Promise<LockedBranch | null> {
      const [branch] = await tx.$queryRaw<{ website: string | null; isClosed: boolean }[]>`
        SELECT website, closed_on IS NOT NULL AS "isClosed" FROM school_branch WHERE id = ${branchId} FOR UPDATE`
      if (!branch) return null
      const members = await tx.schoolMembership.findMany({
        where: { branchId },
        select: { userId: true, role: true, user: { select: { email: true } } },
        orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
      })
      const asking = await tx.schoolJoinRequest.findMany({ where: { branchId }, select: { userId: true } })
      return {
        id: branchId,
        ...branch,
        members: members.map(({ userId, role, user }) => ({ userId, role, email: user.email })),
        asking: asking.map(({ userId }) => userId),
      }
    },

    /** @returns the address of the user, `null` when there is none. */
    async emailOf(userId: string): Promise<string | null> {
      const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true } })
      return user?.email ?? null
    },

    /** @returns how many branches the user belongs to or waits for. */
    async countOf(userId: string): Promise<number> {
      const belongs = await tx.schoolMembership.count({ where: { userId } })
      return belongs + (await tx.schoolJoinRequest.count({ where: { userId } }))
    },

    async ask(branchId: string, userId: string, at: Date): Promise<void> {
      await tx.schoolJoinRequest.createMany({
        data: [{ branchId, userId, askedAt: at }],
        skipDuplicates: true,
      })
    },

    /** Makes the user a member of that role; who waited does so no longer. */
    async admit(branchId: string, userId: string, role: MembershipRole, at: Date): Promise<void> {
      await tx.schoolJoinRequest.deleteMany({ where: { branchId, userId } })
      await tx.schoolMembership.upsert({
        where: { userId_branchId: { userId, branchId } },
        create: { branchId, userId, role, createdAt: at },
        update: { role },
        select: { userId: true },
      })
    },

    /** Neither member nor waiting any more. */
    async remove(branchId: string, userId: string): Promise<void> {
      await tx.schoolJoinRequest.deleteMany({ where: { branchId, userId } })
      await tx.schoolMembership.deleteMany({ where: { branchId, userId } })
    },

    /** @returns how many requests of the branch somebody still has to follow. */
    async runningRequests(branchId: string): Promise<number> {
      return tx.supportRequest.count({
        where: { branchId, state: { in: ['open', 'proposed', 'waiting', 'booked'] } },
      })
    },
  }
}
