/** Who looks after the companies of a municipality. */
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'

type Needs = { readonly db: Pick<Db, 'user'>; readonly clock: Clock }

const READERS_MAX = 50

/** @returns the coordinators of its regions, or the administrators where a region has none; by id, at most fifty. */
export async function coordinatorsOf({ db, clock }: Needs, municipalityCode: string) {
  const today = new Date(`${calendarDateOf(clock.now())}T00:00:00Z`)
  const select = { id: true, email: true, locale: true }
  const coordinators = await db.user.findMany({
    where: {
      emailVerifiedAt: { not: null },
      coordinatorRegions: {
        some: {
          region: {
            members: {
              some: {
                municipalityCode,
                validFrom: { lte: today },
                OR: [{ validUntil: null }, { validUntil: { gte: today } }],
              },
            },
          },
        },
      },
    },
    select,
    orderBy: { id: 'asc' },
    take: READERS_MAX,
  })
  if (coordinators.length > 0) return coordinators
  return db.user.findMany({
    where: { isAdministrator: true, emailVerifiedAt: { not: null } },
    select,
    orderBy: { id: 'asc' },
    take: READERS_MAX,
  })
}
