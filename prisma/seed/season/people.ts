/** Invented people at real schools and invented companies: somebody has to ask and to answer. All are marked demo. */
import type { SignedInActor } from '~/authorisation/actor'
import type { BranchId, OrganisationId, RegionId, UserId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { stableUuid } from '../read-data'
import { insertRows } from '../steps/insert-rows'
import { chanceOf } from './chance'

const FIRST = [
  'Anouk',
  'Bart',
  'Carlijn',
  'Daan',
  'Esra',
  'Femke',
  'Gijs',
  'Hanneke',
  'Imane',
  'Jeroen',
  'Karin',
  'Lars',
  'Mirjam',
  'Nadia',
  'Olaf',
  'Petra',
  'Quinten',
  'Rachid',
  'Saskia',
  'Thijs',
  'Ursula',
  'Vincent',
  'Willemijn',
  'Yusuf',
  'Zoë',
] // prettier-ignore
const LAST = [
  'Aalbers',
  'van den Berg',
  'Çelik',
  'Dijkstra',
  'El Amrani',
  'Feenstra',
  'de Groot',
  'Hoekstra',
  'van Ingen',
  'Jansen',
  'Kuipers',
  'van Loon',
  'Mulder',
  'Nijboer',
  'Oosterhuis',
  'Postma',
  'de Ruiter',
  'Schouten',
  'Tan',
  'Uijttewaal',
  'Veenstra',
  'de Wilde',
  'van Zanten',
] // prettier-ignore

const schoolEmail = (branchId: string) => `school-${branchId.toLowerCase()}@schakel.example`
const companyEmail = (ref: string) => `bedrijf-${ref}@schakel.example`
const regionEmail = (landsdeel: string) => `regio-${landsdeel}@schakel.example`
const idOf = (email: string) => stableUuid(`user:${email}`) as UserId

type Person = { readonly email: string }

/** Somebody without a school, a company or a region. */
export function actor(userId: UserId, over: Partial<SignedInActor> = {}): SignedInActor {
  return {
    kind: 'user',
    userId,
    emailVerified: true,
    schools: new Map(),
    organisations: new Map(),
    regions: new Set(),
    isAdministrator: false,
    ...over,
  }
}

/** Who acts for a branch. @param userId its demo account, where it has one. */
export const teacherOf = (branchId: BranchId, userId = idOf(schoolEmail(branchId))): SignedInActor =>
  actor(userId, { schools: new Map([[branchId, 'lead']]) })

export const companyActor = (organisationId: OrganisationId, userId: UserId): SignedInActor =>
  actor(userId, { organisations: new Map([[organisationId, 'owner']]) })

export const companyUserId = (ref: string) => idOf(companyEmail(ref))

export const coordinatorOf = (userId: UserId, regionIds: readonly RegionId[]): SignedInActor =>
  actor(userId, { regions: new Set(regionIds) })

export const coordinatorId = (landsdeel: string) => idOf(regionEmail(landsdeel))

export type Newcomers = {
  readonly branchIds: readonly BranchId[]
  readonly companies: readonly { readonly id: OrganisationId; readonly ref: string }[]
  readonly landsdelen: readonly { readonly id: string; readonly regionIds: readonly RegionId[] }[]
}

/** Five statements, whatever the number. Who is there stays as he is. */
export async function seedPeople(
  db: Db,
  { branchIds, companies, landsdelen }: Newcomers,
  at: Date,
): Promise<void> {
  const people: readonly Person[] = [
    ...branchIds.map((id) => ({ email: schoolEmail(id) })),
    ...companies.map(({ ref }) => ({ email: companyEmail(ref) })),
    ...landsdelen.map(({ id }) => ({ email: regionEmail(id) })),
  ]
  await insertRows(
    db,
    'app_user',
    {
      id: 'uuid',
      email: 'text',
      name: 'text',
      email_verified_at: 'timestamptz',
      is_demo: 'boolean',
      created_at: 'timestamptz',
    },
    ['id'],
    people.map(({ email }) => {
      const chance = chanceOf('name', email)
      return {
        id: idOf(email),
        email,
        name: `${chance.of(FIRST)} ${chance.of(LAST)}`,
        email_verified_at: at.toISOString(),
        is_demo: true,
        created_at: at.toISOString(),
      }
    }),
    'keep',
  )
  const role = { role: 'membership_role', created_at: 'timestamptz' } as const
  const lead = { role: 'lead', created_at: at.toISOString() }
  await insertRows(
    db,
    'school_membership',
    { user_id: 'uuid', branch_id: 'text', ...role },
    ['user_id', 'branch_id'],
    branchIds.map((id) => ({ user_id: idOf(schoolEmail(id)), branch_id: id, ...lead })),
    'keep',
  )
  await insertRows(
    db,
    'organisation_membership',
    { user_id: 'uuid', organisation_id: 'uuid', role: 'organisation_role', created_at: 'timestamptz' },
    ['user_id', 'organisation_id'],
    companies.map(({ id, ref }) => ({
      user_id: companyUserId(ref),
      organisation_id: id,
      ...lead,
      role: 'owner',
    })),
    'keep',
  )
  await insertRows(
    db,
    'coordinator_region',
    { user_id: 'uuid', region_id: 'text' },
    ['user_id', 'region_id'],
    landsdelen.flatMap(({ id, regionIds }) =>
      regionIds.map((region) => ({ user_id: coordinatorId(id), region_id: region })),
    ),
    'keep',
  )
}
