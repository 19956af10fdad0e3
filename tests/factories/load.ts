import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'

/** @returns a table of one row whose columns are still to be chosen. */
export async function makeLoad(
  db: Db,
  facts: Partial<Prisma.OfferLoadUncheckedCreateInput> & { readonly organisationId: string },
) {
  return db.offerLoad.create({
    data: {
      fileName: 'aanbod.csv',
      columns: ['Eigen nummer', 'Soort', 'Titel', 'Waar'],
      mapping: { externalRef: 0, kind: 1, title: 2, location: 3 },
      rowCount: 1,
      createdAt: new Date('2026-11-02T08:00:00Z'),
      rows: { create: { number: 2, cells: ['A-1', 'gastles', 'Lassen', 'op school'] } },
      ...facts,
    },
  })
}
