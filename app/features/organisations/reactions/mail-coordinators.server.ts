/** An organisation asks: the coordinators of its regions get a mail, or the administrators where a region has none. */
import { addWorkingDays, type Clock, calendarDateOf, type FreeDays } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import type { Mailer } from '~/platform/mail/mailer.server'
import { ANSWER_WORKING_DAYS } from '../domain/verification'
import { organisationAsks } from '../emails/organisation-asks.server'

type Needs = {
  readonly db: Pick<Db, 'organisation' | 'user'>
  readonly clock: Clock
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
  workingDays(): Promise<FreeDays>
}
type Event = Pick<DomainEvent, 'subjectId'> & { readonly id: bigint }

/** Most coordinators that one organisation is told to. */
const READERS_MAX = 50

/** What was decided in the meantime is mailed to nobody. */
export async function mailCoordinators(needs: Needs, event: Event): Promise<void> {
  const organisation = await needs.db.organisation.findUnique({
    where: { id: event.subjectId },
    select: {
      name: true,
      about: true,
      placeName: true,
      kvkNumber: true,
      website: true,
      municipalityCode: true,
      verification: true,
      askedAt: true,
    },
  })
  if (organisation?.verification !== 'pending') return
  const { name, about, placeName: place, kvkNumber, website, askedAt, municipalityCode } = organisation
  const answerBy = addWorkingDays(calendarDateOf(askedAt), ANSWER_WORKING_DAYS, await needs.workingDays())
  for (const { id, email, locale: own } of await readersOf(needs, municipalityCode)) {
    const locale = isLocale(own) ? own : 'nl'
    const day = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'nl-NL', {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(new Date(`${answerBy}T12:00:00Z`))
    await needs.mailer.send({
      reason: `organisation-asks ${event.id} ${id}`,
      template: 'organisation-asks',
      to: email,
      locale,
      content: organisationAsks({
        locale,
        origin: needs.env.ORIGIN,
        name,
        about,
        place,
        kvkNumber,
        website,
        answerBy: day,
      }),
    })
  }
}

async function readersOf({ db, clock }: Needs, municipalityCode: string) {
  const today = new Date(`${calendarDateOf(clock.now())}T00:00:00Z`)
  const select = { id: true, email: true, locale: true }
  const coordinators = await db.user.findMany({
    where: {
      emailVerifiedAt: { not: null },
      coordinatorRegions: {
        some: {
          region: {
            members: {
              some: {
                municipalityCode,
                validFrom: { lte: today },
                OR: [{ validUntil: null }, { validUntil: { gte: today } }],
              },
            },
          },
        },
      },
    },
    select,
    orderBy: { id: 'asc' },
    take: READERS_MAX,
  })
  if (coordinators.length > 0) return coordinators
  return db.user.findMany({
    where: { isAdministrator: true, emailVerifiedAt: { not: null } },
    select,
    orderBy: { id: 'asc' },
    take: READERS_MAX,
  })
}
