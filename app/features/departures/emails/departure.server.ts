/** Notices of who leaves: to the own people of a company or a school, and to coordinators. In the reader's language. */
import { formatDay } from '~/components/format'
import type { CalendarDate } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type RenderedMail, renderLetter } from '~/platform/mail/letter.server'

/** To a coordinator of its region: schools there may ask where to go. */
export function companyStoppedMail(mail: {
  readonly locale: Locale
  readonly name: string
  readonly keepsBookings: boolean
  readonly boardUrl: string
}): RenderedMail {
  const subject = m.departures_mail_company_subject(mail)
  return renderLetter({
    locale: mail.locale,
    subject,
    preview: mail.name,
    heading: subject,
    blocks: [
      { kind: 'text', text: m.departures_mail_company_text(mail) },
      {
        kind: 'text',
        text: mail.keepsBookings ? m.departures_mail_company_keeps() : m.departures_mail_company_cancels(),
      },
      { kind: 'link', label: m.departures_mail_company_open(), href: mail.boardUrl },
    ],
    footer: m.departures_mail_footer_coordinator(),
  })
}

export type SchoolMail = {
  readonly locale: Locale
  readonly school: string
  readonly accountUrl: string
  readonly requestsUrl: string
}

/** To everybody of a branch that the register no longer has. */
export function schoolClosesMail(mail: SchoolMail & { readonly lastDay: CalendarDate }): RenderedMail {
  const day = formatDay(mail.lastDay, true)
  return schoolMail(
    mail,
    m.departures_mail_school_subject(mail),
    m.departures_mail_school_text({ ...mail, day }),
  )
}

export function schoolEndedMail(mail: SchoolMail): RenderedMail {
  return schoolMail(mail, m.departures_mail_ended_subject(mail), m.departures_mail_ended_text(mail))
}

function schoolMail(mail: SchoolMail, subject: string, text: string): RenderedMail {
  return renderLetter({
    locale: mail.locale,
    subject,
    preview: mail.school,
    heading: subject,
    blocks: [
      { kind: 'text', text },
      { kind: 'text', text: m.departures_mail_school_moved() },
      { kind: 'button', label: m.departures_mail_school_choose(), href: mail.accountUrl },
      { kind: 'link', label: m.departures_mail_school_requests(), href: mail.requestsUrl },
    ],
    footer: m.departures_mail_footer_school(),
  })
}
