import type { Db } from '~/platform/db/client.server'
import { makeTeacher } from './user'

/** @returns a preview of a round and a held place of another one, both of the branch and the offer; times are those of autumn 2026. */
export async function makeHold(db: Db, facts: { readonly branchId: string; readonly offerId: string }) {
  const teacher = await makeTeacher(db, facts.branchId)
  const request = await db.supportRequest.create({
    data: {
      branchId: facts.branchId,
      createdById: teacher.id,
      state: 'waiting',
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
      waitingSince: new Date('2026-10-01T08:00:00Z'),
      waitingReason: 'asked',
      groups: { create: { number: 1 } },
    },
    include: { groups: true },
  })
  const groupId = request.groups[0]?.id ?? ''
  const slot = await db.capacitySlot.create({
    data: {
      offerId: facts.offerId,
      startsOn: new Date('2026-08-01'),
      endsOn: new Date('2027-07-31'),
      places: 3,
    },
  })
  const claim = await db.placeClaim.create({ data: { slotId: slot.id, groupId } })
  const hold = await db.hold.create({
    data: { claimId: claim.id, groupId, offerId: facts.offerId, expiresOn: new Date('2099-12-31') },
  })
  const round = await db.clearingRound.create({
    data: {
      regionIds: ['AM04'],
      createdById: teacher.id,
      input: { form: 1, slots: [], rows: [], choices: { locked: [], excluded: [] } },
      inputHash: '0',
      result: { served: 0, prioritySum: 0, costSum: 0, firstComeServed: 0, prices: [] },
    },
  })
  return { holdId: hold.id, roundId: round.id, requestId: request.id }
}
