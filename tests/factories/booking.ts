import { randomUUID } from 'node:crypto'
import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { makeOffer } from './offer'
import { makeSchoolBranch } from './school-branch'
import { makeTeacher } from './user'

/**
 * @param facts `offerId` and `branchId` of their own unless told; the rest are columns of the booking.
 * @returns a confirmed booking of the only group of a request for vmbo 3, on 21 January 2027 at 10.00 unless told.
 */
export async function makeBooking(
  db: Db,
  {
    offerId,
    branchId,
    ...facts
  }: Partial<Prisma.BookingUncheckedCreateInput> & {
    readonly offerId?: string
    readonly branchId?: string
  } = {},
) {
  const offer = offerId ? await db.offer.findUniqueOrThrow({ where: { id: offerId } }) : await makeOffer(db)
  const branch = branchId
    ? await db.schoolBranch.findUniqueOrThrow({ where: { id: branchId } })
    : await makeSchoolBranch(db)
  const teacher = await db.schoolMembership.findFirst({ where: { branchId: branch.id } })
  const createdById = teacher?.userId ?? (await makeTeacher(db, branch.id)).id
  const startsOn = new Date('2026-08-01T00:00:00Z')
  const endsOn = new Date('2027-07-31T00:00:00Z')
  const slot = await db.capacitySlot.upsert({
    where: { offerId_startsOn_endsOn: { offerId: offer.id, startsOn, endsOn } },
    create: { offerId: offer.id, startsOn, endsOn, places: 100 },
    update: {},
  })
  const request = await db.supportRequest.create({
    data: {
      branchId: branch.id,
      createdById,
      state: 'booked',
      title: 'Een les over robots',
      text: 'Onze derde klas wil weten hoe een robot werkt.',
      kinds: ['guest_lesson'],
      topicIds: ['robotica'],
      level: 'vmbo',
      years: [3],
      tracks: [],
      groupSize: 25,
      weekdays: [],
      languages: [],
      groups: { create: { number: 1 } },
    },
    include: { groups: true },
  })
  const groupId = request.groups[0]?.id ?? ''
  const claim = await db.placeClaim.create({ data: { slotId: slot.id, groupId } })
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
