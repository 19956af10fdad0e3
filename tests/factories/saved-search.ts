import type { Db } from '~/platform/db/client.server'

/** A search for robots that is mailed to the address since the beginning of the school year. */
export async function makeSavedSearch(
  db: Db,
  email: string,
  over: { readonly query?: string; readonly toldUntil?: Date; readonly locale?: 'nl' | 'en' } = {},
) {
  const began = new Date('2026-09-01T08:00:00Z')
  return db.savedSearch.create({
    data: {
      query: 'q=robot',
      locale: 'nl',
      toldUntil: began,
      ...over,
      state: 'active',
      askedAt: began,
      subscriber: {
        connectOrCreate: {
          where: { email },
          create: { email, lastsUntil: new Date('2027-09-01T08:00:00Z') },
        },
      },
    },
  })
}
