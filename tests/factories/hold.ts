import type { Db } from '~/platform/db/client.server'
import { makeClaim } from './claim'
import { makeWaitingRequest } from './request'

/** @returns a preview of a round and a held place of another one, both of the branch and the offer; times are those of autumn 2026. */
export async function makeHold(db: Db, facts: { readonly branchId: string; readonly offerId: string }) {
  const request = await makeWaitingRequest(db, { branchId: facts.branchId })
  const groupId = request.groups[0]?.id ?? ''
  const claim = await makeClaim(db, { offerId: facts.offerId, groupId })
  const hold = await db.hold.create({
    data: { claimId: claim.id, groupId, offerId: facts.offerId, expiresOn: new Date('2099-12-31') },
  })
  const round = await db.clearingRound.create({
    data: {
      regionIds: ['AM04'],
      createdById: request.createdById,
      input: { form: 1, slots: [], rows: [], choices: { locked: [], excluded: [] } },
      inputHash: '0',
      result: { served: 0, prioritySum: 0, costSum: 0, firstComeServed: 0, prices: [] },
    },
  })
  return { holdId: hold.id, roundId: round.id, requestId: request.id }
}
