/** Who may load for whom: the only writes to `load_delegation`. */
import { randomUUID } from 'node:crypto'
import type { OrganisationId, UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'

export type DelegationStore = ReturnType<typeof makeDelegationStore>

export function makeDelegationStore(tx: Tx) {
  return {
    /**
     * @param partner `slug` of its page, or its `name`, written alike but for capitals.
     * @returns the verified organisations that are meant: at most two, to see that it is one.
     */
    async partnersCalled(
      partner: { readonly slug: string } | { readonly name: string },
    ): Promise<OrganisationId[]> {
      const called =
        'slug' in partner
          ? { slug: partner.slug }
          : { name: { equals: partner.name, mode: 'insensitive' as const } }
      const rows = await tx.organisation.findMany({
        where: { verification: 'verified', ...called },
        select: { id: true },
        take: 2,
      })
      return rows.map(({ id }) => id as OrganisationId)
    },

    /** Holds the organisation until the transaction ends. @returns the partners that may load for it now. */
    async lock(organisationId: OrganisationId): Promise<readonly OrganisationId[]> {
      await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`
      const rows = await tx.loadDelegation.findMany({
        where: { organisationId, revokedAt: null },
        select: { partnerId: true },
      })
      return rows.map(({ partnerId }) => partnerId as OrganisationId)
    },

    async grant(
      organisationId: OrganisationId,
      partnerId: OrganisationId,
      byId: UserId,
      at: Date,
    ): Promise<string> {
      const id = randomUUID()
      await tx.loadDelegation.create({
        data: { id, organisationId, partnerId, grantedById: byId, grantedAt: at },
        select: { id: true },
      })
      return id
    },

    /** @returns whose right ended; `null` when there is none of that organisation that still holds. */
    async revoke(
      organisationId: OrganisationId,
      id: string,
      byId: UserId,
      at: Date,
    ): Promise<OrganisationId | null> {
      const [row] = await tx.loadDelegation.updateManyAndReturn({
        where: { id, organisationId, revokedAt: null },
        data: { revokedAt: at, revokedById: byId },
        select: { partnerId: true },
      })
      return (row?.partnerId as OrganisationId | undefined) ?? null
    },
  }
}
