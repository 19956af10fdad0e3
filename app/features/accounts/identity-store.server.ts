/** Who people are at other sign-in services. */
import type { UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'

export type IdentityStore = ReturnType<typeof makeIdentityStore>

export type Identity = {
  readonly provider: string
  readonly subject: string
  readonly branchId: string | null
}

export function makeIdentityStore(tx: Tx) {
  return {
    /** @returns whose it is, `null` when nobody's or not confirmed yet. */
    async ownerOf({ provider, subject }: Pick<Identity, 'provider' | 'subject'>): Promise<UserId | null> {
      const row = await tx.oidcIdentity.findUnique({
        where: { provider_subject: { provider, subject } },
        select: { userId: true, confirmedAt: true },
      })
      return row?.confirmedAt ? (row.userId as UserId) : null
    },

    /** It opens nothing before it is confirmed; a wish that was not confirmed makes room. @returns its id. */
    async ask(userId: UserId, identity: Identity, now: Date): Promise<string> {
      const { provider, subject } = identity
      await tx.oidcIdentity.deleteMany({ where: { provider, subject, confirmedAt: null } })
      const { id } = await tx.oidcIdentity.create({
        data: { userId, ...identity, askedAt: now },
        select: { id: true },
      })
      return id
    },

    /** @returns `null` when it is gone, or was confirmed before. */
    async confirm(
      id: string,
      now: Date,
    ): Promise<{ readonly userId: UserId; readonly branchId: string | null } | null> {
      const [row] = await tx.oidcIdentity.updateManyAndReturn({
        where: { id, confirmedAt: null },
        data: { confirmedAt: now },
        select: { userId: true, branchId: true },
      })
      return row ? { userId: row.userId as UserId, branchId: row.branchId } : null
    },

    /** @returns whether it was there: somebody else's is not. */
    async remove(userId: UserId, id: string): Promise<boolean> {
      const { count } = await tx.oidcIdentity.deleteMany({ where: { id, userId } })
      return count === 1
    },

    /** Joined since then: by whoever took the account over. */
    async removeSince(userId: UserId, since: Date): Promise<void> {
      await tx.oidcIdentity.deleteMany({ where: { userId, askedAt: { gte: since } } })
    },

    /** @param school BRIN, or BRIN and the digits of a branch. @returns the branch, the main one where none is told. */
    async branchOf(school: string | null): Promise<string | null> {
      if (school === null) return null
      const row = await tx.schoolBranch.findFirst({
        where: { closedOn: null, ...(school.length === 4 ? { brin: school } : { id: school }) },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
      return row?.id ?? null
    },
  }
}
