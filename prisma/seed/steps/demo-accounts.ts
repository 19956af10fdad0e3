/** Somebody of each kind to sign in as. The people are invented; their school is a real branch of the register. */

import { hashPassword } from '~/platform/auth/password.server'
import type { Db } from '~/platform/db/client.server'
import { stableUuid } from '../read-data'

const DEMO_PASSWORD = 'schakel-demo-2026'

/** A branch with vmbo and havo, near the demo company. */
const DEMO_SCHOOL_PLACE = 'Almelo'
export const DEMO_COMPANY = 'Haverlijn Robotsystemen'
export const DEMO_LANDSDEEL = 'oost'

const DEMO_ACCOUNTS = [
  { email: 'school@schakel.example', name: 'Sanne de Wit', role: 'school' },
  { email: 'bedrijf@schakel.example', name: 'Karim Haverlijn', role: 'company' },
  { email: 'regio@schakel.example', name: 'Marloes Nijhuis', role: 'coordinator' },
  { email: 'beheer@schakel.example', name: 'Ton Bakker', role: 'administrator' },
] as const

export const demoUserId = (email: string) => stableUuid(`user:${email}`)

export async function seedDemoAccounts(db: Db, now: Date): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  for (const { email, name, role } of DEMO_ACCOUNTS) {
    await db.user.upsert({
      where: { email },
      create: {
        id: demoUserId(email),
        email,
        name,
        passwordHash,
        emailVerifiedAt: now,
        isAdministrator: role === 'administrator',
        isDemo: true,
      },
      update: {},
    })
  }
  const branch = await db.schoolBranch.findFirstOrThrow({
    where: {
      placeName: DEMO_SCHOOL_PLACE,
      closedOn: null,
      registerLevels: { hasEvery: ['vmbo-gt', 'havo'] },
    },
    orderBy: { id: 'asc' },
  })
  const company = await db.organisation.findFirstOrThrow({ where: { name: DEMO_COMPANY } })
  const regions = await db.region.findMany({ where: { landsdeelId: DEMO_LANDSDEEL }, select: { id: true } })
  await db.schoolMembership.createMany({
    data: [{ userId: demoUserId('school@schakel.example'), branchId: branch.id, role: 'lead' }],
    skipDuplicates: true,
  })
  await db.organisationMembership.createMany({
    data: [{ userId: demoUserId('bedrijf@schakel.example'), organisationId: company.id, role: 'owner' }],
    skipDuplicates: true,
  })
  await db.coordinatorRegion.createMany({
    data: regions.map(({ id }) => ({ userId: demoUserId('regio@schakel.example'), regionId: id })),
    skipDuplicates: true,
  })
}
