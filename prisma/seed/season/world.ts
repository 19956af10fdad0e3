/** What the season plays with: schools, companies, coordinators, holidays, and everything that will be asked. */
import type { SignedInActor } from '~/authorisation/actor'
import { rankableOffers } from '~/features/matchmaking/queries/rankable-offers.server'
import { topicParents } from '~/features/matchmaking/queries/topic-parents.server'
import type { SchoolHoliday } from '~/features/requests/domain/moments'
import {
  addDays,
  type CalendarDate,
  daysOfSchoolYear,
  type FreeDays,
  isWorkingDay,
  schoolYearOf,
} from '~/kernel/calendar'
import type { BranchId, OrganisationId, RegionId, UserId } from '~/kernel/ids'
import type { TopicParents } from '~/matching/ranking/topics'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { DEMO_COMPANY, DEMO_LANDSDEEL, demoUserId } from '../steps/demo-accounts'
import { type Branch, loadBranches } from './branches'
import { generatedWishes } from './generated'
import { PARAMETERS, type SeasonSize } from './parameters'
import { companyActor, companyUserId, coordinatorId, coordinatorOf, seedPeople, teacherOf } from './people'
import { companyStories, schoolStories } from './stories'
import type { Wish } from './wish'
import { writtenWishes } from './written'

export type World = {
  readonly wishes: readonly Wish[]
  readonly firstDay: CalendarDate
  /** Yesterday. */
  readonly lastDay: CalendarDate
  readonly parents: TopicParents
  readonly demoCompany: string
  /** Regions of the demo school. */
  readonly demoRegions: readonly RegionId[]
  readonly landsdelen: readonly {
    readonly id: string
    readonly coordinator: SignedInActor
    readonly regionIds: readonly RegionId[]
  }[]
  readonly teacher: (branch: Branch) => SignedInActor
  readonly company: (organisationId: string) => SignedInActor
  readonly holidays: (branch: Branch) => readonly SchoolHoliday[]
  readonly isSchoolDay: (branch: Branch, day: CalendarDate) => boolean
}

/** Some ten statements; people of branches and companies that were not there are made. */
export async function makeWorld(db: Db, lastDay: CalendarDate, size: SeasonSize): Promise<World> {
  const branches = await loadBranches(db)
  const calendar = await loadCalendar(db)
  const topics = await db.topic.findMany({ where: { parentId: { not: null } }, orderBy: { id: 'asc' } })
  const [own, company] = await Promise.all([demoBranch(db, branches), demoCompanyOf(db)])
  const offers = await seenOffers(db, lastDay)
  const { written, generated } = PARAMETERS.size[size]
  const wishes: readonly Wish[] = [
    ...writtenWishes(branches, lastDay, written),
    ...generatedWishes({
      branches,
      topics,
      offers,
      freeDays: calendar.freeDays,
      lastDay,
      count: generated,
    }),
    ...schoolStories(own, lastDay, offers, topics),
    ...companyStories(branches, company.point, own, lastDay),
  ]
  const people = await peopleOf(db, wishes, own)
  const firstDay = wishes.map((wish) => wish.postedOn).sort()[0] ?? lastDay
  await seedPeople(db, people.newcomers, new Date(`${addDays(firstDay, -30)}T09:00:00Z`))
  return {
    wishes,
    firstDay,
    lastDay,
    parents: await topicParents(db),
    demoCompany: company.id,
    demoRegions: own.regionIds,
    landsdelen: people.landsdelen,
    teacher: (branch) =>
      branch.id === own.id
        ? teacherOf(branch.id, demoUserId('school@schakel.example') as UserId)
        : teacherOf(branch.id),
    company: (id) => companyActor(id as OrganisationId, people.leadOf(id)),
    holidays: (branch) => calendar.holidays.get(branch.holidayRegion) ?? [],
    isSchoolDay: (branch, day) => isWorkingDay(day, calendar.freeDays(branch.holidayRegion)),
  }
}

/** Those that have places: a download is taken, not asked for. */
async function seenOffers(db: Db, lastDay: CalendarDate) {
  const now = new Date(`${lastDay}T12:00:00Z`)
  const offers = await rankableOffers(db, { now, within: daysOfSchoolYear(schoolYearOf(lastDay)) })
  return offers.filter(({ openPlaces }) => openPlaces !== null)
}

async function demoBranch(db: Db, branches: readonly Branch[]): Promise<Branch> {
  const { branchId } = await db.schoolMembership.findFirstOrThrow({
    where: { userId: demoUserId('school@schakel.example') },
    orderBy: { branchId: 'asc' },
  })
  const branch = branches.find(({ id }) => id === branchId)
  if (!branch) throw new Error(`the demo school ${branchId} is not in the register`)
  return branch
}

async function demoCompanyOf(db: Db) {
  const { id, lat, lng } = await db.organisation.findFirstOrThrow({ where: { name: DEMO_COMPANY } })
  return { id, point: { lat, lng } }
}

async function peopleOf(db: Db, wishes: readonly Wish[], own: Branch) {
  const companies = await db.organisation.findMany({
    where: { isDemo: true, externalRef: { not: null } },
    select: { id: true, name: true, externalRef: true },
    orderBy: { externalRef: 'asc' },
  })
  const parts = await db.landsdeel.findMany({
    include: { regions: { select: { id: true }, orderBy: { id: 'asc' } } },
    orderBy: { id: 'asc' },
  })
  const all = parts.map(({ id, regions }) => ({ id, regionIds: regions.map((r) => r.id as RegionId) }))
  const others = companies.filter(({ name }) => name !== DEMO_COMPANY)
  const leads = new Map(others.map(({ id, externalRef }) => [id, companyUserId(externalRef ?? id)]))
  const branchIds = new Set<BranchId>(wishes.map(({ branch }) => branch.id))
  branchIds.delete(own.id)
  return {
    newcomers: {
      branchIds: [...branchIds].sort(),
      companies: others.map(({ id, externalRef }) => ({ id: id as OrganisationId, ref: externalRef ?? id })),
      landsdelen: all.filter(({ id }) => id !== DEMO_LANDSDEEL),
    },
    landsdelen: all.map((part) => ({
      ...part,
      coordinator: coordinatorOf(
        part.id === DEMO_LANDSDEEL ? (demoUserId('regio@schakel.example') as UserId) : coordinatorId(part.id),
        part.regionIds,
      ),
    })),
    leadOf: (id: string) => leads.get(id) ?? (demoUserId('bedrijf@schakel.example') as UserId),
  }
}

async function loadCalendar(db: Db) {
  const [publicDays, schoolDays] = await Promise.all([
    db.publicHoliday.findMany(),
    db.schoolHoliday.findMany(),
  ])
  const publicHolidays = new Set(publicDays.map(({ date }) => asDay(date)))
  const holidays = new Map<string, SchoolHoliday[]>()
  for (const { region, type, startsOn, endsOn } of schoolDays) {
    const known = holidays.get(region) ?? []
    known.push({ type, from: asDay(startsOn), until: asDay(endsOn) })
    holidays.set(region, known)
  }
  const freeDays = (region: string): FreeDays => ({
    publicHolidays,
    schoolHolidays: holidays.get(region) ?? [],
  })
  return { holidays, freeDays }
}
