/** A school, a company and a coordinator in one region, on a clock that the test sets: what the desk's tests begin with. */
import { type SignedInActor, SYSTEM } from '~/authorisation/actor'
import { sendProposals } from '~/features/proposals/use-cases/send-proposals.server'
import type { RequestNeed } from '~/features/requests/domain/need'
import { postRequest } from '~/features/requests/use-cases/post-request.server'
import type { BranchId, OfferId } from '~/kernel/ids'
import { parseEnv } from '~/platform/env/env.server'
import { makeWiring, type Wiring } from '~/wiring.server'
import { makeActor } from '../factories/actor'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeCoordinator, makeMember, makeTeacher } from '../factories/user'
import { testDatabase } from '../setup/database'

const ALMELO = 'GM0141'

export type Desk = Awaited<ReturnType<typeof openDesk>>

type SchoolOfTheDesk = { readonly branchId: BranchId; readonly actor: SignedInActor }

/** @param poolSize connections, where many act at once. */
export async function openDesk(poolSize = 10) {
  const database = await testDatabase({ with: 'geography' })
  const env = parseEnv({
    APP_ENV: 'test',
    DATABASE_URL: database.url,
    DATABASE_POOL: String(poolSize),
    SECRET: 'a secret of at least thirty-two characters',
    LOG_LEVEL: 'silent',
  })
  let now = new Date('2026-11-24T09:00:00Z')
  const wiring: Wiring = makeWiring(env, { clock: { now: () => now } })
  const { db } = wiring
  const region = await db.regionMunicipality.findFirstOrThrow({ where: { municipalityCode: ALMELO } })
  const coordinator = await makeCoordinator(db, region.regionId)
  return {
    wiring,
    db,
    regionId: region.regionId,
    coordinator: makeActor({ userId: coordinator.id, regions: [region.regionId] }),
    setNow: (iso: string) => {
      now = new Date(iso)
    },
    /** A branch in Almelo with somebody who works there. */
    async school() {
      const branch = await makeSchoolBranch(db, { municipalityCode: ALMELO })
      const user = await makeTeacher(db, branch.id)
      return {
        branchId: branch.id as BranchId,
        actor: makeActor({ userId: user.id, schools: { [branch.id]: 'lead' } }),
      }
    },
    /** A published guest lesson with that many class-places a year, and somebody of its company. */
    async offer(places: number | null, facts: Parameters<typeof makeOffer>[1] = {}) {
      const organisation = await makeOrganisation(db, { municipalityCode: ALMELO })
      const user = await makeMember(db, organisation.id)
      const offer = await makeOffer(db, { organisationId: organisation.id, ...facts })
      if (places !== null) {
        await wiring.transact(async ({ capacity }) => {
          await capacity.setSchoolYear(offer.id as OfferId, '2026-2027', places)
        })
      }
      return {
        id: offer.id,
        actor: makeActor({ userId: user.id, organisations: { [organisation.id]: 'owner' } }),
      }
    },
    /** Posts a request; by itself one group of 25 for vmbo 3 about robots. */
    async post(school: SchoolOfTheDesk, over: Partial<RequestNeed> = {}, groups = 1) {
      const { id } = await postRequest(wiring, school.actor, {
        branchId: school.branchId,
        need: { ...NEED, ...over },
        groups,
        submissionKey: null,
      })
      return id
    },
    async propose(school: SchoolOfTheDesk, requestId: string, ...offerIds: readonly string[]) {
      return sendProposals(wiring, school.actor, { requestId, offerIds, message: null })
    },
    request: (id: string) =>
      db.supportRequest.findUniqueOrThrow({
        where: { id },
        include: { groups: { orderBy: { number: 'asc' } }, proposals: true },
      }),
    events: async () =>
      (await db.outboxEvent.findMany({ orderBy: { id: 'asc' } })).map((event) => event.type),
    close: () => wiring.close(),
    system: SYSTEM,
  }
}

export const NEED: RequestNeed = {
  title: 'Een les over robots',
  text: 'Onze derde klas wil weten hoe een robot werkt.',
  kinds: ['guest-lesson'],
  topicIds: ['robotica'],
  level: 'vmbo',
  years: [3],
  tracks: [],
  groupSize: 25,
  periodText: null,
  period: null,
  weekdays: [],
  maxDistanceKm: 25,
  languages: [],
  isUrgent: false,
  allOrNone: false,
  mayShare: false,
}
