/**
 * The people of one journey and nobody else's: schools, companies with an offer, a coordinator. They live in a region of
 * their own, on an island that no offer of the demo travels to, and their companies serve that region only: neither another
 * journey nor a first try that failed halfway changes what they see.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  addDays,
  addWorkingDays,
  type CalendarDate,
  calendarDateOf,
  daysOfSchoolYear,
  lastBookableDay,
  schoolYearOf,
} from '~/kernel/calendar'
import { makeFreeDays } from '~/platform/calendar/free-days.server'
import { type Db, makeDb, makePool } from '~/platform/db/client.server'
import { asDate } from '~/platform/db/dates.server'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeRequest } from '../factories/request'
import { makeSchoolBranch } from '../factories/school-branch'
import { makeMember, makeTeacher, makeUser } from '../factories/user'
import { test as base, expect as baseExpect } from './journey'
import { journeyServer } from './journey-server'

/** A journey writes, and what it waits for is made behind it (mails, ranking, a round): a busy machine gets its time. */
export const expect = baseExpect.configure({ timeout: 20_000 })

/** In the North Sea: the nearest company of the demo is further away than any offer travels. */
const ISLAND = { lat: 53.9, lng: 4.6 }
const PLACE_NAME = 'Schakeloog'

export type Person = { readonly id: string; readonly email: string }

type Casting = {
  /** Made when a test asks for it. */
  readonly cast: Cast
  /** From now on the page is this person's browser: a session as if they had signed in. */
  readonly become: (person: Person) => Promise<void>
}

export const test = base.extend<Casting>({
  // Playwright reads which fixtures a function uses from its first argument: none here.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  cast: async ({}, use) => {
    const pool = makePool(journeyServer().databaseUrl, 2)
    const db = makeDb(pool)
    await use(await makeCast(db))
    await db.$disconnect()
    await pool.end()
  },

  become: async ({ page, cast }, use) => {
    await use(async ({ id: userId }) => {
      const value = randomBytes(20).toString('hex')
      const id = createHash('sha256').update(value).digest('hex')
      await cast.db.session.create({
        data: { id, userId, isTwoFactor: true, expiresAt: new Date(Date.now() + 86_400_000) },
      })
      await page.context().addCookies([{ name: 'session', value, url: journeyServer().origin }])
    })
  },
})

export type Cast = Awaited<ReturnType<typeof makeCast>>

async function makeCast(db: Db) {
  const mark = randomUUID().slice(0, 8)
  const municipalityCode = `ZZ${mark}`
  const regionId = `ZZ${mark}`
  const place = { ...ISLAND, placeName: PLACE_NAME, municipalityCode }
  const person = (who: string, locale: 'nl' | 'en') => ({ email: `${who}-${mark}@schakel.example`, locale })
  await db.municipality.create({
    data: {
      code: municipalityCode,
      name: PLACE_NAME,
      province: 'Fryslân',
      holidayRegion: 'noord',
      ...ISLAND,
    },
  })
  await db.region.create({
    data: {
      id: regionId,
      kind: 'own',
      name: `${PLACE_NAME} ${mark}`,
      aliases: [],
      landsdeelId: 'noord',
      members: { create: { municipalityCode } },
    },
  })
  return {
    db,
    regionId,

    /** A school for vmbo and havo with a teacher. */
    async school(name: string, locale: 'nl' | 'en' = 'nl') {
      const brin = `9${randomBytes(2).toString('hex').toUpperCase()}`.slice(0, 4)
      const id = `${brin}${randomBytes(1).toString('hex').toUpperCase()}`
      const branch = await makeSchoolBranch(db, { ...place, id, brin, name, searchText: name.toLowerCase() })
      const teacher = await makeTeacher(db, branch.id, 'lead', person(`docent-${id}`, locale))
      return { branchId: branch.id, teacher }
    },

    /** A company with one guest lesson for vmbo 3 and 4 on the island, and the places it has until next summer. */
    async company(name: string, offer: CastOffer, locale: 'nl' | 'en' = 'nl') {
      const slug = `zz-${randomUUID()}`
      const organisation = await makeOrganisation(db, { ...place, name, slug })
      const member = await makeMember(db, organisation.id, 'owner', person(slug, locale))
      const { places, ...facts } = offer
      const { id: offerId } = await makeOffer(db, {
        ...{ organisationId: organisation.id, slug, serviceRegionIds: [regionId] },
        ...facts,
      })
      const today = calendarDateOf(new Date())
      const { id: slotId } = await db.capacitySlot.create({
        data: {
          offerId,
          startsOn: asDate(daysOfSchoolYear(schoolYearOf(today)).from),
          endsOn: asDate(lastBookableDay(today)),
          places,
        },
      })
      return { organisationId: organisation.id, offerId, slotId, member }
    },

    /** A request of the school that stands before the company for two weeks. */
    async ask(school: School, company: Company, title: string) {
      const request = await makeRequest(db, { branchId: school.branchId, title, state: 'proposed' })
      const dueOn = new Date(Date.now() + 14 * 86_400_000)
      await db.proposal.create({
        data: {
          requestId: request.id,
          offerId: company.offerId,
          groupsAsked: 1,
          sentById: school.teacher.id,
          dueOn,
        },
      })
    },

    /** A booking whose day the school has to choose. */
    async book(school: School, company: Company, options: readonly CalendarDate[]) {
      const request = await makeRequest(db, { branchId: school.branchId, state: 'booked' })
      const groupId = request.groups[0]?.id ?? ''
      const claim = await db.placeClaim.create({ data: { slotId: company.slotId, groupId } })
      const agreeBy = new Date(Date.now() + 14 * 86_400_000)
      const booking = await db.booking.create({
        data: { claimId: claim.id, dateOptions: options.map(asDate), agreeBy },
      })
      return booking.id
    },

    /** Somebody who coordinates the region of the island. */
    async coordinator(locale: 'nl' | 'en' = 'nl') {
      const user = await makeUser(db, {
        ...person('regio', locale),
        coordinatorRegions: { create: { regionId } },
      })
      // `become` begins a session behind the second step, which somebody like this must have set up.
      await db.totpSecret.create({
        data: { userId: user.id, sealed: '', keyId: '', confirmedAt: new Date() },
      })
      return user
    },

    /** @returns a day some weeks ahead on which this school has lessons, so that nothing speaks against it; or a later one. */
    async lessonDay(branchId: string, later = 0): Promise<CalendarDate> {
      const free = (await makeFreeDays(db).schoolDays([branchId])).get(branchId)
      if (!free) throw new Error(`no calendar for ${branchId}`)
      return addWorkingDays(addDays(calendarDateOf(new Date()), 21), 1 + later, free)
    },
  }
}

type School = { readonly branchId: string; readonly teacher: Person }
type Company = { readonly offerId: string; readonly slotId: string }
type CastOffer = { readonly title: string; readonly places: number } & Pick<
  NonNullable<Parameters<typeof makeOffer>[1]>,
  'kind' | 'location' | 'levels' | 'groupSizeMax'
>
