/** The offers of a company, for the coordinator whom it rings. */
import type { Db } from '~/platform/db/client.server'
import type { OfferState } from '../../offers/domain/offer-states'

export type OfferToChange = { readonly id: string; readonly title: string; readonly state: OfferState }

const OFFERS_MAX = 50

/** Those that can be changed, the one that was changed last first. One statement. Who asks may. */
export async function offersToChange(
  db: Pick<Db, 'offer'>,
  organisationId: string,
): Promise<readonly OfferToChange[]> {
  return db.offer.findMany({
    where: { organisationId, state: { not: 'archived' } },
    select: { id: true, title: true, state: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: OFFERS_MAX,
  })
}
