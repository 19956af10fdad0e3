import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { makeTeacher } from './user'

type Facts = { readonly branchId: string; readonly offerId: string; readonly groups?: number } & Partial<
  Pick<Prisma.ProposalUncheckedCreateInput, 'state' | 'dueOn' | 'sentAt' | 'notifiedAt'>
>

/** @returns a proposal of a new request of the branch, sent by a new teacher; for one group unless told. */
export async function makeProposal(db: Db, { branchId, offerId, groups = 1, ...over }: Facts) {
  const { id: createdById } = await makeTeacher(db, branchId)
  const request = await db.supportRequest.create({
    data: {
      branchId,
      createdById,
      state: 'proposed',
      title: 'Een les over robots',
      text: 'Onze derde klas wil weten hoe een robot werkt.',
      kinds: ['guest_lesson'],
      topicIds: ['robotica'],
      level: 'vmbo',
      years: [3],
      tracks: [],
      weekdays: [],
      languages: [],
      groupSize: 25,
      groups: { create: Array.from({ length: groups }, (_, i) => ({ number: i + 1 })) },
    },
  })
  return db.proposal.create({
    data: {
      requestId: request.id,
      offerId,
      groupsAsked: groups,
      sentById: createdById,
      dueOn: new Date(Date.now() + 14 * 86_400_000),
      ...over,
    },
  })
}
