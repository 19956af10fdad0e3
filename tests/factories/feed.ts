import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'

/** @returns a feed that was not read yet. */
export async function makeFeed(
  db: Db,
  facts: Partial<Prisma.OfferFeedUncheckedCreateInput> & { readonly organisationId: string },
) {
  return db.offerFeed.create({
    data: {
      url: 'https://feed.example/aanbod.json',
      kind: 'guest_lesson',
      location: 'at_school',
      createdAt: new Date('2026-11-02T08:00:00Z'),
      ...facts,
    },
  })
}
