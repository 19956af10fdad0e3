/** Mails of projects. Each loads the present state: what was undone meanwhile is not told as it was. */
import { paths } from '~/components/paths'
import { addDays, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { Db, Transact } from '~/platform/db/client.server'
import { DEFAULT_LOCALE, isLocale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import { addressOf } from '~/platform/mail/address'
import type { RenderedMail } from '~/platform/mail/letter.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import { calendarFile, methodOf } from '../../bookings/domain/calendar-file'
import { offerSlug } from '../../finder/domain/offer-address'
import { isOpen, notAgreed, present } from '../domain/project'
import {
  filesMail,
  invitedMail,
  joinedMail,
  licenceMail,
  type MeetingNews,
  meetingMail,
  type ProjectMail,
  publishedMail,
} from '../emails/project-mails.server'
import { fileNews, meetingOf } from '../queries/mail-facts.server'
import { meetingEntry } from '../queries/meeting-entries.server'
import {
  type ProjectFacts,
  type ProjectReader,
  projectFacts,
  projectReaders,
} from '../queries/project-facts.server'

type Needs = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Links
  readonly mailer: Pick<Mailer, 'send'>
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string; readonly MAIL_FROM: string }
}
type Event = Pick<DomainEvent, 'type' | 'subjectId' | 'payload'>

type Telling = {
  readonly template: string
  /** What is told; with the reader it is told once. */
  readonly reason: string
  readonly memberIds: readonly string[]
  /** What has to be made for a reader before the words are. */
  readonly before?: (reader: ProjectReader) => Promise<string>
  readonly render: (mail: ProjectMail, made: string) => RenderedMail
  readonly calendar?: () => { readonly file: string; readonly method: 'PUBLISH' | 'CANCEL' }
}

async function tell(needs: Needs, facts: ProjectFacts, telling: Telling): Promise<void> {
  const { title, goal } = facts
  const members = present(facts.members).map(({ name }) => name)
  const pageUrl = needs.env.ORIGIN + paths.project(facts.id)
  for (const reader of await projectReaders(needs.db, telling.memberIds)) {
    const locale = isLocale(reader.locale) ? reader.locale : DEFAULT_LOCALE
    const mail = { locale, project: { title, goal, members }, pageUrl }
    const made = (await telling.before?.(reader)) ?? ''
    const content = inLocale(locale, () => telling.render(mail, made))
    const { calendar } = telling
    await needs.mailer.send({
      reason: `${telling.template} ${telling.reason} ${reader.userId}`,
      template: telling.template,
      to: reader.email,
      locale,
      content,
      page: paths.project(facts.id),
      ...(calendar && { calendar: inLocale(locale, calendar) }),
    })
  }
}

/** How long the link of an invitation can be answered. */
const ANSWER_DAYS = 30

export async function mailProjectInvited(needs: Needs, { subjectId, payload }: Event): Promise<void> {
  const facts = await projectFacts(needs.db, subjectId)
  const asked = facts?.members.find(({ id }) => id === payload.member)
  if (!facts || asked?.state !== 'invited' || !isOpen(facts)) return
  const today = calendarDateOf(needs.clock.now())
  const expiresAt = new Date(`${addDays(today, ANSWER_DAYS)}T00:00:00Z`)
  await tell(needs, facts, {
    template: 'project-invited',
    reason: `${asked.id} ${today}`,
    memberIds: [asked.id],
    before: async (reader) => {
      const key = `project ${asked.id} ${today} ${reader.userId}`
      const { token, id } = needs.links.sign({ purpose: 'answer-project', key, expiresAt })
      const kept = { id, purpose: 'answer-project', subjectId: reader.userId, expiresAt } as const
      const of = { projectId: facts.id, memberId: asked.id }
      await needs.transact(({ links }) => links.keep({ ...kept, payload: of }))
      return needs.env.ORIGIN + paths.answerProject(token)
    },
    render: (mail, answerUrl) => invitedMail({ ...mail, name: asked.name, answerUrl }),
  })
}

export async function mailProjectJoined(needs: Needs, { subjectId, payload }: Event): Promise<void> {
  const facts = await projectFacts(needs.db, subjectId)
  const joined = facts?.members.find(({ id }) => id === payload.member)
  if (!facts || joined?.state !== 'joined') return
  const others = present(facts.members).filter(({ id }) => id !== joined.id)
  await tell(needs, facts, {
    template: 'project-joined',
    reason: `${joined.id} ${calendarDateOf(needs.clock.now())}`,
    memberIds: others.map(({ id }) => id),
    render: (mail) => joinedMail({ ...mail, name: joined.name }),
  })
}

const NEWS_OF: Readonly<Record<string, MeetingNews>> = {
  ProjectMeetingPlanned: 'planned',
  ProjectMeetingMoved: 'moved',
  ProjectMeetingCancelled: 'cancelled',
}

/** With the entry of the calendar, which says the newest of the meeting whatever the event was. */
export async function mailProjectMeeting(needs: Needs, { type, subjectId, payload }: Event): Promise<void> {
  const news = NEWS_OF[type]
  const facts = await projectFacts(needs.db, subjectId)
  const meeting = await meetingOf(needs.db, String(payload.meeting))
  if (!facts || !meeting || !news || meeting.isCancelled !== (news === 'cancelled')) return
  if (news !== 'cancelled' && payload.sequence !== meeting.sequence) return
  const pageOf = (id: string) => needs.env.ORIGIN + paths.project(id)
  await tell(needs, facts, {
    template: 'project-meeting',
    reason: `${meeting.id} ${meeting.sequence}`,
    memberIds: present(facts.members).map(({ id }) => id),
    render: (mail) => meetingMail({ ...mail, meeting, news }),
    calendar: () => {
      const entries = [meetingEntry(meeting, facts, pageOf)]
      const method = methodOf(entries)
      const organizer = addressOf(needs.env.MAIL_FROM)
      return { method, file: calendarFile(entries, { writtenAt: needs.clock.now(), method, organizer }) }
    },
  })
}

/** What came since the last mail, to everybody but who alone brought all of it. */
export async function mailProjectFiles(needs: Needs, { subjectId, payload }: Event): Promise<void> {
  const facts = await projectFacts(needs.db, subjectId)
  if (!facts || facts.state === 'stopped') return
  const files = await fileNews(needs.db, facts.id, new Date(String(payload.since)), needs.clock.now())
  const authors = new Set(files.map(({ byMemberId }) => byMemberId))
  const readers = present(facts.members).filter(({ id }) => authors.size > 1 || !authors.has(id))
  if (files.length === 0) return
  await tell(needs, facts, {
    template: 'project-files',
    reason: `${facts.id} ${payload.day}`,
    memberIds: readers.map(({ id }) => id),
    render: (mail) => filesMail({ ...mail, files }),
  })
}

export async function mailProjectLicence(needs: Needs, { subjectId, payload }: Event): Promise<void> {
  const facts = await projectFacts(needs.db, subjectId)
  const licence = facts?.licence
  if (!facts || !licence || facts.licenceRound !== payload.round) return
  await tell(needs, facts, {
    template: 'project-licence',
    reason: `${facts.id} ${facts.licenceRound}`,
    memberIds: notAgreed(facts, facts.members).map(({ id }) => id),
    render: (mail) => licenceMail({ ...mail, licence }),
  })
}

export async function mailProjectPublished(needs: Needs, { subjectId }: Event): Promise<void> {
  const facts = await projectFacts(needs.db, subjectId)
  if (facts?.result?.state !== 'published') return
  const offerUrl = needs.env.ORIGIN + paths.offer(offerSlug(facts.result.words, facts.result.id))
  await tell(needs, facts, {
    template: 'project-published',
    reason: facts.id,
    memberIds: present(facts.members).map(({ id }) => id),
    render: (mail) => publishedMail({ ...mail, offerUrl }),
  })
}
