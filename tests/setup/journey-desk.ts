/**
 * A school and a company of their own with a booking between them, made by the use cases in the database of the journeys:
 * what one journey changes no other sees.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { BrowserContext } from '@playwright/test'
import { acceptProposal } from '~/features/proposals/use-cases/accept-proposal.server'
import { sendProposals } from '~/features/proposals/use-cases/send-proposals.server'
import { postRequest } from '~/features/requests/use-cases/post-request.server'
import { addDays, type CalendarDate, calendarDateOf, isoWeekday, schoolYearOf } from '~/kernel/calendar'
import type { BranchId, OfferId } from '~/kernel/ids'
import { parseEnv } from '~/platform/env/env.server'
import { makeWiring } from '~/wiring.server'
import { makeActor } from '../factories/actor'
import { makeOffer } from '../factories/offer'
import { makeOrganisation } from '../factories/organisation'
import { makeUser } from '../factories/user'
import { journeyServer } from './journey-server'
import { withClient } from './templates'

export type Arranged = {
  /** One per group. */
  readonly ids: readonly string[]
  readonly school: { readonly name: string; readonly userId: string; readonly email: string }
  readonly company: { readonly name: string; readonly userId: string; readonly email: string }
}

type Asked = {
  /** A day per group; `null`: to be agreed. */
  readonly dates: readonly (CalendarDate | null)[]
  readonly dateOptions?: readonly CalendarDate[]
  readonly databaseUrl?: string
}

/** @returns the first Tuesday at least that many days from now: offers go on Tuesdays. */
export function tuesdayIn(days: number): CalendarDate {
  const from = addDays(calendarDateOf(new Date()), days)
  return addDays(from, (9 - isoWeekday(from)) % 7)
}

export async function arrangeBooking(asked: Asked): Promise<Arranged> {
  const wiring = makeWiring(
    parseEnv({
      APP_ENV: 'test',
      DATABASE_URL: asked.databaseUrl ?? journeyServer().databaseUrl,
      DATABASE_POOL: '2',
      SECRET: 'a secret of journeys, long enough to be one',
      LOG_LEVEL: 'silent',
    }),
  )
  try {
    const { db } = wiring
    const mark = randomUUID().slice(0, 8)
    const company = await makeOrganisation(db, {
      name: `Metaalwerk ${mark}`,
      slug: `metaalwerk-${mark}`,
      municipalityCode: 'GM0141',
      isDemo: true,
    })
    const offer = await makeOffer(db, {
      organisationId: company.id,
      title: `Les over robots ${mark}`,
      isDemo: true,
    })
    const first = schoolYearOf(calendarDateOf(new Date()))
    const next = first.replace(/\d+/g, (year) => String(Number(year) + 1))
    for (const year of [first, next])
      await wiring.transact(({ capacity }) => capacity.setSchoolYear(offer.id as OfferId, year, 5))
    const branch = await db.schoolBranch.findFirstOrThrow({
      where: { placeName: 'Hengelo', sector: 'vo', closedOn: null, memberships: { none: {} } },
      orderBy: { id: 'asc' },
    })
    const teacher = await makeUser(db, {
      name: `Noor ${mark}`,
      email: `noor-${mark}@schakel.example`,
      schoolMemberships: { create: { branchId: branch.id, role: 'lead' } },
    })
    const host = await makeUser(db, {
      name: `Daan ${mark}`,
      email: `daan-${mark}@schakel.example`,
      memberships: { create: { organisationId: company.id, role: 'lead' } },
    })
    const atSchool = makeActor({ userId: teacher.id, schools: { [branch.id]: 'lead' } })
    const { id: requestId } = await postRequest(wiring, atSchool, {
      branchId: branch.id as BranchId,
      need: { ...NEED, title: `Een les over robots ${mark}` },
      groups: asked.dates.length,
      submissionKey: null,
    })
    const [proposalId] = await sendProposals(wiring, atSchool, {
      requestId,
      offerIds: [offer.id],
      message: null,
    })
    const ids = await acceptProposal(
      wiring,
      makeActor({ userId: host.id, organisations: { [company.id]: 'lead' } }),
      {
        id: proposalId ?? '',
        groups: asked.dates.map((date) => ({ date, startTime: date === null ? null : '10:00' })),
        dateOptions: asked.dateOptions ?? [],
        text: 'Meld je bij de ingang aan de achterkant.',
      },
    )
    return {
      ids,
      school: { name: branch.name, userId: teacher.id, email: teacher.email },
      company: { name: company.name, userId: host.id, email: host.email },
    }
  } finally {
    await wiring.close()
  }
}

/** Signs the user in without the form, which has a journey of its own. */
export async function enterAs(context: BrowserContext, userId: string): Promise<void> {
  const { databaseUrl, origin } = journeyServer()
  const id = randomBytes(20).toString('hex')
  await withClient(databaseUrl, (client) =>
    client.query(`INSERT INTO session (id, user_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`, [
      createHash('sha256').update(id).digest('hex'),
      userId,
    ]),
  )
  await context.clearCookies({ name: 'session' })
  await context.addCookies([{ name: 'session', value: id, url: origin }])
}

const NEED = {
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
  maxDistanceKm: 60,
  languages: [],
  isUrgent: false,
} as const
