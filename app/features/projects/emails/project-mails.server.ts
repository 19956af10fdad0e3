/** The mails of a project. Words are in the language of the present context. */
import { formatDayAndTime, formatDuration } from '~/components/format'
import type { Licence } from '~/kernel/licence'
import { LICENCE_NAME } from '~/kernel/licence'
import * as m from '~/paraglide/messages'
import type { Locale } from '~/platform/i18n/choose-locale'
import { type Block, type RenderedMail, renderLetter } from '~/platform/mail/letter.server'
import type { Meeting } from '../domain/meeting'
import { licenceWord } from '../domain/words'

export type ProjectMail = {
  readonly locale: Locale
  readonly project: { readonly title: string; readonly goal: string; readonly members: readonly string[] }
  /** Whole address of its page. */
  readonly pageUrl: string
}

function letter(
  { locale }: ProjectMail,
  { subject, blocks }: { readonly subject: string; readonly blocks: readonly Block[] },
): RenderedMail {
  const [first] = blocks
  const preview = first && 'text' in first ? first.text : ''
  return renderLetter({
    locale,
    subject,
    preview,
    heading: subject,
    blocks,
    footer: m.projects_mail_footer(),
  })
}

const open = ({ pageUrl }: ProjectMail): Block => ({
  kind: 'button',
  label: m.projects_mail_open(),
  href: pageUrl,
})

const membersFact = ({ project }: ProjectMail): Block => ({
  kind: 'facts',
  facts: [{ label: m.projects_members(), value: project.members.join(', ') }],
})

/** A school or company is asked to take part; `answerUrl` shows the question, without signing in. */
export function invitedMail(
  mail: ProjectMail & { readonly name: string; readonly answerUrl: string },
): RenderedMail {
  const { title, goal } = mail.project
  return letter(mail, {
    subject: m.projects_mail_invited_subject({ project: title }),
    blocks: [
      { kind: 'text', text: m.projects_mail_invited({ name: mail.name, project: title }) },
      ...(goal === '' ? [] : [{ kind: 'quote', text: goal } as const]),
      membersFact(mail),
      { kind: 'button', label: m.projects_mail_answer(), href: mail.answerUrl },
      { kind: 'small', text: m.projects_mail_answer_until() },
    ],
  })
}

export function joinedMail(mail: ProjectMail & { readonly name: string }): RenderedMail {
  const about = { name: mail.name, project: mail.project.title }
  return letter(mail, {
    subject: m.projects_mail_joined_subject(about),
    blocks: [{ kind: 'text', text: m.projects_mail_joined(about) }, membersFact(mail), open(mail)],
  })
}

export type MeetingNews = 'planned' | 'moved' | 'cancelled'

export function meetingMail(
  mail: ProjectMail & { readonly meeting: Meeting; readonly news: MeetingNews },
): RenderedMail {
  const { meeting, news, project } = mail
  const when = formatDayAndTime(meeting.date, meeting.startTime)
  const about = { title: meeting.title, project: project.title, when }
  const words = {
    planned: { subject: m.projects_mail_meeting_planned(about), text: m.projects_mail_meeting_text(about) },
    moved: { subject: m.projects_mail_meeting_moved(about), text: m.projects_mail_meeting_moved_text(about) },
    cancelled: {
      subject: m.projects_mail_meeting_cancelled(about),
      text: m.projects_mail_meeting_cancelled_text(about),
    },
  }[news]
  const facts = [
    { label: m.projects_meeting_when(), value: `${when} (${formatDuration(meeting.durationMinutes)})` },
    ...(meeting.place === null ? [] : [{ label: m.common_fact_place(), value: meeting.place }]),
    ...(meeting.onlineUrl === null ? [] : [{ label: m.projects_meeting_online(), value: meeting.onlineUrl }]),
  ]
  return letter(mail, {
    subject: words.subject,
    blocks: [
      { kind: 'text', text: words.text },
      { kind: 'facts', facts },
      ...(meeting.agenda === '' || news === 'cancelled'
        ? []
        : [{ kind: 'quote', text: meeting.agenda } as const]),
      open(mail),
    ],
  })
}

export type FileNews = {
  readonly title: string
  readonly number: number
  readonly by: string | null
  readonly note: string | null
}

/** All versions of a day in one mail. */
export function filesMail(mail: ProjectMail & { readonly files: readonly FileNews[] }): RenderedMail {
  const about = { project: mail.project.title, count: mail.files.length }
  return letter(mail, {
    subject: m.projects_mail_files_subject(about),
    blocks: [
      { kind: 'text', text: m.projects_mail_files(about) },
      ...mail.files.map(({ title, number, by, note }) => ({
        kind: 'item' as const,
        label: m.projects_mail_file({ title, number }),
        href: mail.pageUrl,
        detail: [by, note].filter((part) => part !== null).join(': '),
      })),
      open(mail),
    ],
  })
}

export function licenceMail(mail: ProjectMail & { readonly licence: Licence }): RenderedMail {
  const about = { project: mail.project.title, licence: LICENCE_NAME[mail.licence] }
  return letter(mail, {
    subject: m.projects_mail_licence_subject(about),
    blocks: [
      { kind: 'text', text: m.projects_mail_licence(about) },
      { kind: 'text', text: licenceWord[mail.licence]() },
      { kind: 'button', label: m.projects_mail_agree(), href: mail.pageUrl },
    ],
  })
}

export function publishedMail(mail: ProjectMail & { readonly offerUrl: string }): RenderedMail {
  const about = { project: mail.project.title }
  return letter(mail, {
    subject: m.projects_mail_published_subject(about),
    blocks: [
      { kind: 'text', text: m.projects_mail_published(about) },
      membersFact(mail),
      { kind: 'button', label: m.projects_mail_see_result(), href: mail.offerUrl },
    ],
  })
}
