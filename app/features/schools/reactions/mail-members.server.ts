/**
 * Who asks to belong to a school waits for a person: its leads hear that somebody asks, and who asked hears the answer.
 * What was answered, taken back or turned round meanwhile is not written about.
 */
import type { Db } from '~/platform/db/client.server'
import { isLocale, type Locale } from '~/platform/i18n/choose-locale'
import type { RenderedMail } from '~/platform/mail/letter.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { joinAnsweredMail } from '../emails/join-answered.server'
import { joinAskedMail } from '../emails/join-asked.server'

export type MailMembersNeeds = {
  readonly db: Pick<Db, 'schoolBranch' | 'user'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
}

const LEADS_MAX = 20
const PERSON = { id: true, name: true, email: true, locale: true } as const
type Person = { readonly id: string; readonly email: string; readonly locale: string }

/** SchoolJoinAsked: to the leads, while somebody still waits. */
export async function mailJoinAsked(needs: MailMembersNeeds, event: StoredEvent): Promise<void> {
  const branch = await needs.db.schoolBranch.findUnique({
    where: { id: event.subjectId },
    select: {
      name: true,
      joinRequests: { where: { userId: userOf(event) }, select: { user: { select: PERSON } } },
      memberships: {
        where: { role: 'lead', user: { emailVerifiedAt: { not: null } } },
        select: { user: { select: PERSON } },
        orderBy: { userId: 'asc' },
        take: LEADS_MAX,
      },
    },
  })
  const asker = branch?.joinRequests[0]?.user
  if (!branch || !asker) return
  for (const { user } of branch.memberships)
    await send(needs, {
      event,
      reader: user,
      template: 'school-join-asked',
      contentIn: (locale) =>
        joinAskedMail({
          locale,
          origin: needs.env.ORIGIN,
          school: branch.name,
          name: asker.name,
          email: asker.email,
        }),
    })
}

/** SchoolJoinAccepted and SchoolJoinRefused: to who asked, when it is still so. */
export async function mailJoinAnswered(needs: MailMembersNeeds, event: StoredEvent): Promise<void> {
  const worksHere = event.type === 'SchoolJoinAccepted'
  const branchId = event.subjectId
  const user = await needs.db.user.findUnique({
    where: { id: userOf(event) },
    select: {
      ...PERSON,
      schoolMemberships: { where: { branchId }, select: { role: true } },
      schoolJoinRequests: { where: { branchId }, select: { userId: true } },
    },
  })
  if (!user || user.schoolJoinRequests.length > 0 || user.schoolMemberships.length > 0 !== worksHere) return
  const branch = await needs.db.schoolBranch.findUniqueOrThrow({
    where: { id: branchId },
    select: { name: true },
  })
  await send(needs, {
    event,
    reader: user,
    template: 'school-join-answered',
    contentIn: (locale) =>
      joinAnsweredMail({ locale, origin: needs.env.ORIGIN, school: branch.name, worksHere }),
  })
}

const userOf = ({ payload }: StoredEvent) => String(payload.userId)

type Letter = {
  readonly event: StoredEvent
  readonly reader: Person
  readonly template: string
  readonly contentIn: (locale: Locale) => RenderedMail
}

async function send(
  { mailer }: MailMembersNeeds,
  { event, reader, template, contentIn }: Letter,
): Promise<void> {
  const locale = isLocale(reader.locale) ? reader.locale : 'nl'
  await mailer.send({
    reason: `${template} ${event.id} ${reader.id}`,
    template,
    to: reader.email,
    locale,
    content: contentIn(locale),
  })
}
