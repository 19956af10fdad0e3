import { randomUUID } from 'node:crypto'
import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { makeClaim } from './claim'
import { makeOffer } from './offer'
import { makeRequest } from './request'
import { makeSchoolBranch } from './school-branch'

type Facts = Partial<Prisma.BookingUncheckedCreateInput> & {
  readonly offerId?: string
  readonly branchId?: string
}

/**
 * @param facts `offerId` and `branchId` of their own unless told; the rest are columns of the booking.
 * @returns a confirmed booking of the only group of a request for vmbo 3, on 21 January 2027 at 10.00 unless told.
 */
export async function makeBooking(db: Db, { offerId, branchId, ...facts }: Facts = {}) {
  const offer = offerId ? await db.offer.findUniqueOrThrow({ where: { id: offerId } }) : await makeOffer(db)
  const branch = branchId
    ? await db.schoolBranch.findUniqueOrThrow({ where: { id: branchId } })
    : await makeSchoolBranch(db)
  const request = await makeRequest(db, { branchId: branch.id, state: 'booked' })
  const claim = await makeClaim(db, { offerId: offer.id, groupId: request.groups[0]?.id ?? '' })
  return db.booking.create({
    data: {
      id: randomUUID(),
      claimId: claim.id,
      date: new Date('2027-01-21T00:00:00Z'),
      startTime: '10:00',
      dateOptions: [],
      ...facts,
    },
  })
}
