/** What a load asks before it decides. */
import type { OrganisationId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { NamedBranch } from './domain/load-words'
import { loadTerms } from './queries/load-terms.server'

export type LoadReader = ReturnType<typeof makeLoadReader>

export type PlaceOfPostcode = {
  readonly placeName: string
  readonly municipalityCode: string
  readonly point: { readonly lat: number; readonly lng: number }
}

export function makeLoadReader(tx: Tx) {
  return {
    terms: (now: Date) => loadTerms(tx, now),

    /** One statement. */
    branches: (organisationId: OrganisationId): Promise<readonly NamedBranch[]> =>
      tx.organisationBranch.findMany({
        where: { organisationId },
        select: { id: true, name: true, branchNumber: true },
      }),

    /** @param pc4s four digits each. @returns those that exist. One statement. */
    async places(pc4s: readonly string[]): Promise<ReadonlyMap<string, PlaceOfPostcode>> {
      if (pc4s.length === 0) return new Map()
      const rows = await tx.postcodeArea.findMany({ where: { pc4: { in: [...pc4s] } } })
      return new Map(
        rows.map(({ pc4, placeName, municipalityCode, lat, lng }) => [
          pc4,
          { placeName, municipalityCode, point: { lat, lng } },
        ]),
      )
    },

    /** Before a coordinator has looked, nothing comes before schools. One statement. */
    async isVerified(organisationId: OrganisationId): Promise<boolean> {
      const row = await tx.organisation.findUnique({
        where: { id: organisationId },
        select: { verification: true },
      })
      return row?.verification === 'verified'
    },
  }
}
