import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { makeRequest } from './request'

type Facts = { readonly branchId: string; readonly offerId: string; readonly groups?: number } & Partial<
  Pick<Prisma.ProposalUncheckedCreateInput, 'state' | 'dueOn' | 'sentAt' | 'notifiedAt'>
>

/** @returns a proposal of a new request of the branch, sent by somebody who works there; for one group unless told. */
export async function makeProposal(db: Db, { branchId, offerId, groups = 1, ...over }: Facts) {
  const request = await makeRequest(db, { branchId, groups, state: 'proposed' })
  return db.proposal.create({
    data: {
      requestId: request.id,
      offerId,
      groupsAsked: groups,
      sentById: request.createdById,
      dueOn: new Date(Date.now() + 14 * 86_400_000),
      ...over,
    },
  })
}
