/** An organisation asks: the coordinators of its regions get a mail, or the administrators where a region has none. */
import { addWorkingDays, type Clock, calendarDateOf, type FreeDays } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import type { Mailer } from '~/platform/mail/mailer.server'
import { ANSWER_WORKING_DAYS } from '../domain/verification'
import { organisationAsks } from '../emails/organisation-asks.server'
import { coordinatorsOf } from './coordinators-of.server'

type Needs = {
  readonly db: Pick<Db, 'organisation' | 'user'>
  readonly clock: Clock
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
  workingDays(): Promise<FreeDays>
}
type Event = Pick<DomainEvent, 'subjectId'> & { readonly id: bigint }

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
  for (const { id, email, locale: own } of await coordinatorsOf(needs, municipalityCode)) {
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
