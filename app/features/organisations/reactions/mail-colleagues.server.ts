/** Somebody is invited, came, got another role or was taken off: who it is about gets a mail. */
import type { Clock } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { COLLEAGUES } from '../domain/colleagues'
import { colleagueInvitedMail, colleagueJoinedMail, ownAccessMail } from '../emails/colleague-mails.server'

type Needs = {
  readonly db: Pick<Db, 'organisation' | 'organisationInvitation' | 'organisationMembership' | 'user'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
}
type InvitingNeeds = Needs & {
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Links
  readonly clock: Clock
}

const OWNERS_MAX = 50
const localeOf = (text: string) => (isLocale(text) ? text : 'nl')

/** An invitation that was taken back, accepted or made anew since sends nothing. */
export async function mailInvitation(needs: InvitingNeeds, event: StoredEvent): Promise<void> {
  const row = await needs.db.organisationInvitation.findUnique({
    where: { id: event.subjectId },
    include: { organisation: { select: { id: true, name: true } }, invitedBy: { select: { name: true } } },
  })
  if (!row || row.expiresAt <= needs.clock.now() || row.invitedAt > event.occurredAt) return
  const { id, email, expiresAt, organisation, role } = row
  const account = await needs.db.user.findUnique({ where: { email }, select: { locale: true } })
  const locale = localeOf(account?.locale ?? row.locale)
  const signed = { purpose: 'join-organisation', key: `ColleagueInvited ${event.id}`, expiresAt } as const
  const { token, id: linkId } = needs.links.sign(signed)
  const link = { id: linkId, purpose: 'join-organisation', subjectId: id, payload: {}, expiresAt } as const
  await needs.transact(({ links }) => links.keep(link))
  await needs.mailer.send({
    reason: `colleague-invited ${event.id}`,
    template: 'colleague-invited',
    to: email,
    locale,
    content: colleagueInvitedMail({
      locale,
      origin: needs.env.ORIGIN,
      organisationId: organisation.id,
      name: organisation.name,
      token,
      role,
      by: row.invitedBy?.name ?? null,
      days: COLLEAGUES.invitationDays,
    }),
  })
}

/** To the owners, but for the one who came. */
export async function mailColleagueJoined(needs: Needs, event: StoredEvent): Promise<void> {
  const found = await membership(needs, event)
  if (!found?.role) return
  const { organisation, user, role } = found
  const owners = await needs.db.organisationMembership.findMany({
    where: {
      organisationId: organisation.id,
      role: 'owner',
      userId: { not: user.id },
      user: { emailVerifiedAt: { not: null } },
    },
    select: { user: { select: { id: true, email: true, locale: true } } },
    orderBy: { userId: 'asc' },
    take: OWNERS_MAX,
  })
  for (const { user: owner } of owners) {
    const locale = localeOf(owner.locale)
    const about = {
      locale,
      origin: needs.env.ORIGIN,
      organisationId: organisation.id,
      name: organisation.name,
    }
    await needs.mailer.send({
      reason: `colleague-joined ${event.id} ${owner.id}`,
      template: 'colleague-joined',
      to: owner.email,
      locale,
      content: colleagueJoinedMail({ ...about, who: user.name, role }),
    })
  }
}

/** To the person: the role as it is now, or that there is none any more. */
export async function mailOwnAccess(needs: Needs, event: StoredEvent): Promise<void> {
  const found = await membership(needs, event)
  if (!found) return
  const { organisation, user, role } = found
  // Removed and asked back, or given a role and removed: the later event tells it.
  if ((event.type === 'ColleagueRemoved') !== (role === null)) return
  const locale = localeOf(user.locale)
  await needs.mailer.send({
    reason: `colleague-access ${event.id}`,
    template: 'colleague-access',
    to: user.email,
    locale,
    content: ownAccessMail({
      locale,
      origin: needs.env.ORIGIN,
      organisationId: organisation.id,
      name: organisation.name,
      role,
    }),
  })
}

async function membership({ db }: Needs, { subjectId, payload }: StoredEvent) {
  const userId = typeof payload.userId === 'string' ? payload.userId : ''
  const [organisation, user] = await Promise.all([
    db.organisation.findUnique({
      where: { id: subjectId },
      select: { id: true, name: true, memberships: { where: { userId }, select: { role: true } } },
    }),
    db.user.findUnique({
      where: { id: userId },
      select: { id: true, name: true, email: true, locale: true },
    }),
  ])
  return organisation && user && { organisation, user, role: organisation.memberships[0]?.role ?? null }
}
