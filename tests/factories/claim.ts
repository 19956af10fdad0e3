import type { Db } from '~/platform/db/client.server'

const SCHOOL_YEAR = { startsOn: new Date('2026-08-01T00:00:00Z'), endsOn: new Date('2027-07-31T00:00:00Z') }

/** @returns a place of the offer in 2026-2027 that the group has, as a hold and a booking have one. Makes the slot of the year. */
export async function makeClaim(db: Db, { offerId, groupId }: { offerId: string; groupId: string }) {
  const slot = await db.capacitySlot.upsert({
    where: { offerId_startsOn_endsOn_startTime: { offerId, ...SCHOOL_YEAR, startTime: '' } },
    create: { offerId, ...SCHOOL_YEAR, places: 100 },
    update: {},
  })
  return db.placeClaim.create({ data: { slotId: slot.id, groupId } })
}
