/** Who is told what concerns a company as a whole. */
import type { Db } from '~/platform/db/client.server'

const READERS_MAX = 20

/** @returns its owners whose address is confirmed, by id, at most twenty: an offer is the word of the company. */
export function ownersOf(db: Pick<Db, 'organisationMembership'>, organisationId: string) {
  return db.organisationMembership.findMany({
    where: { organisationId, role: 'owner', user: { emailVerifiedAt: { not: null } } },
    select: { user: { select: { id: true, email: true, locale: true } } },
    orderBy: { userId: 'asc' },
    take: READERS_MAX,
  })
}
