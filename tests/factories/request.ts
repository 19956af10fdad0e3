import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { makeTeacher } from './user'

type Facts = { readonly branchId: string; readonly groups?: number } & Partial<
  Omit<Prisma.SupportRequestUncheckedCreateInput, 'groups' | 'branchId'>
>

/** @returns an open request of the branch for vmbo 3 about robots, with its groups: one unless told. By somebody who works there. */
export async function makeRequest(db: Db, { branchId, groups = 1, ...facts }: Facts) {
  const member = await db.schoolMembership.findFirst({ where: { branchId } })
  return db.supportRequest.create({
    data: {
      branchId,
      createdById: member?.userId ?? (await makeTeacher(db, branchId)).id,
      state: 'open',
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
      groups: { create: Array.from({ length: groups }, (_, i) => ({ number: i + 1 })) },
      ...facts,
    },
    include: { groups: { orderBy: { number: 'asc' } } },
  })
}

/** @returns a request that stands on the waiting list. */
export function makeWaitingRequest(db: Db, facts: Facts) {
  return makeRequest(db, {
    state: 'waiting',
    waitingSince: new Date('2026-10-01T08:00:00Z'),
    waitingReason: 'asked',
    ...facts,
  })
}
