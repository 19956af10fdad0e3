/** Branches of an organisation: the only writes to `organisation_branch`. */
import { randomUUID } from 'node:crypto'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { BranchFacts } from './domain/branch'
import type { OrganisationPlace } from './domain/organisation'

export type BranchStore = ReturnType<typeof makeBranchStore>

const columnsOf = (facts: BranchFacts, { placeName, municipalityCode, point }: OrganisationPlace) => ({
  ...facts,
  placeName,
  municipalityCode,
  ...point,
})

export function makeBranchStore(tx: Tx) {
  return {
    /**
     * Holds the organisation until the transaction ends, so that its names stay different.
     * @returns its branches; `null` when there is no such organisation.
     */
    async lock(
      organisationId: string,
    ): Promise<readonly (Pick<BranchFacts, 'name' | 'branchNumber'> & { readonly id: string })[] | null> {
      if (!isUuid(organisationId)) return null
      const locked = await tx.$queryRaw<{ id: string }[]>`
        SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`
      if (locked.length === 0) return null
      return tx.organisationBranch.findMany({
        where: { organisationId },
        select: { id: true, name: true, branchNumber: true },
      })
    },

    async add(
      organisationId: OrganisationId,
      facts: BranchFacts,
      place: OrganisationPlace,
      at: Date,
    ): Promise<void> {
      await tx.organisationBranch.create({
        data: { id: randomUUID(), organisationId, ...columnsOf(facts, place), createdAt: at },
        select: { id: true },
      })
    },

    async save(id: string, facts: BranchFacts, place: OrganisationPlace): Promise<void> {
      await tx.organisationBranch.update({
        where: { id },
        data: columnsOf(facts, place),
        select: { id: true },
      })
    },

    async remove(id: string): Promise<void> {
      await tx.organisationBranch.delete({ where: { id }, select: { id: true } })
    },
  }
}
