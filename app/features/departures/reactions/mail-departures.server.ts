/** CompanyStopped: coordinators of its region. SchoolCloses, SchoolEnded: everybody of the branch. */
import { paths } from '~/components/paths'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { DEFAULT_LOCALE, isLocale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { coordinatorsOf } from '../../organisations/reactions/coordinators-of.server'
import { companyStoppedMail, schoolClosesMail, schoolEndedMail } from '../emails/departure.server'

export type MailDeparturesNeeds = {
  readonly db: Pick<Db, 'organisation' | 'schoolBranch' | 'user'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string }
}

export async function mailCompanyStopped(needs: MailDeparturesNeeds, event: StoredEvent): Promise<void> {
  const company = await needs.db.organisation.findUnique({
    where: { id: event.subjectId },
    select: { name: true, municipalityCode: true, stoppedAt: true },
  })
  if (!company?.stoppedAt) return
  const boardUrl = needs.env.ORIGIN + paths.board()
  const keepsBookings = event.payload.keepsBookings === true
  for (const { id, email, locale: own } of await coordinatorsOf(needs, company.municipalityCode)) {
    const locale = isLocale(own) ? own : DEFAULT_LOCALE
    await needs.mailer.send({
      reason: `company-stopped ${event.id} ${id}`,
      template: 'company-stopped',
      to: email,
      locale,
      content: inLocale(locale, () =>
        companyStoppedMail({ locale, name: company.name, keepsBookings, boardUrl }),
      ),
    })
  }
}

/** A branch that is in the register again is told nothing. */
export async function mailSchoolClosed(needs: MailDeparturesNeeds, event: StoredEvent): Promise<void> {
  const branch = await needs.db.schoolBranch.findUnique({
    where: { id: event.subjectId },
    select: {
      name: true,
      closedOn: true,
      memberships: {
        where: { user: { emailVerifiedAt: { not: null } } },
        select: { user: { select: { id: true, email: true, locale: true } } },
        orderBy: { userId: 'asc' },
        take: 100,
      },
    },
  })
  if (!branch?.closedOn || calendarDateOf(branch.closedOn) !== event.payload.closedOn) return
  const urls = {
    accountUrl: needs.env.ORIGIN + paths.accountSchool(),
    requestsUrl: needs.env.ORIGIN + paths.requests(),
  }
  for (const { user } of branch.memberships) {
    const locale = isLocale(user.locale) ? user.locale : DEFAULT_LOCALE
    const mail = { locale, school: branch.name, ...urls }
    const closes = event.type === 'SchoolCloses'
    await needs.mailer.send({
      reason: `${event.type} ${event.id} ${user.id}`,
      template: closes ? 'school-closes' : 'school-ended',
      to: user.email,
      locale,
      content: inLocale(locale, () =>
        closes
          ? schoolClosesMail({ ...mail, lastDay: String(event.payload.lastDay) })
          : schoolEndedMail(mail),
      ),
    })
  }
}
