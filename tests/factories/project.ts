import { randomUUID } from 'node:crypto'
import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'

type Facts = Partial<Prisma.ProjectUncheckedCreateInput> & {
  readonly bookingId: string
  readonly branchId: string
  readonly organisationId: string
}

const AT = new Date('2026-11-20T09:00:00Z')

/** @returns a project of one school and one company that is being prepared, unless told. */
export async function makeProject(db: Db, { branchId, organisationId, ...facts }: Facts) {
  const usual = { state: 'joined', askedAt: AT, answeredAt: AT } as const
  return db.project.create({
    data: {
      id: randomUUID(),
      title: 'Samen een practicum maken',
      filesToldAt: AT,
      createdAt: AT,
      ...facts,
      members: {
        create: [
          { ...usual, id: randomUUID(), branchId },
          { ...usual, id: randomUUID(), organisationId },
        ],
      },
    },
  })
}
