/** Whose an offer is: where the page goes on to after a coordinator's form. */
import type { OrganisationId } from '~/kernel/ids'
import { isUuid } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { offerNotFound } from '../../offers/errors'

/** One statement. @throws AppError 404. */
export async function organisationOfOffer(
  db: Pick<Db, 'offer'>,
  offerId: string,
): Promise<{ readonly id: OrganisationId; readonly slug: string }> {
  const row = isUuid(offerId)
    ? await db.offer.findUnique({
        where: { id: offerId },
        select: { organisation: { select: { id: true, slug: true } } },
      })
    : null
  if (!row) throw offerNotFound()
  return { id: row.organisation.id as OrganisationId, slug: row.organisation.slug }
}
