/** The owners of a partner hear what they may; the owners of a company hear what was loaded for it. */
import type { DomainEvent } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import type { Mailer } from '~/platform/mail/mailer.server'
import { loadedForYouMail, loadingDelegatedMail } from '../emails/delegation-mails.server'

type Needs = {
  readonly db: Pick<Db, 'loadDelegation' | 'offerLoad' | 'offerLoadRow'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
}
type Event = Pick<DomainEvent, 'type' | 'subjectId'> & { readonly id: bigint }

const OWNERS = {
  where: { role: 'owner' as const, user: { emailVerifiedAt: { not: null } } },
  select: { user: { select: { id: true, email: true, locale: true } } },
  orderBy: { userId: 'asc' as const },
  take: 50,
}

/** A right that ended since it was granted is told by its own event. */
export async function mailDelegation({ db, mailer, env }: Needs, event: Event): Promise<void> {
  const row = await db.loadDelegation.findUnique({
    where: { id: event.subjectId },
    select: {
      revokedAt: true,
      organisation: { select: { id: true, name: true } },
      partner: { select: { name: true, memberships: OWNERS } },
    },
  })
  const isRevoked = event.type === 'LoadingRevoked'
  if (!row || (row.revokedAt !== null) !== isRevoked) return
  const { organisation, partner } = row
  for (const { user } of partner.memberships) {
    const locale = isLocale(user.locale) ? user.locale : 'nl'
    const about = { locale, origin: env.ORIGIN, member: organisation.name, partner: partner.name }
    await mailer.send({
      reason: `delegation ${event.id} ${user.id}`,
      template: isRevoked ? 'loading-revoked' : 'loading-delegated',
      to: user.email,
      locale,
      content: loadingDelegatedMail({ ...about, memberId: organisation.id, isRevoked }),
    })
  }
}

/** Nothing when the company loaded by itself, or when nothing came of it. */
export async function mailLoadedForYou({ db, mailer, env }: Needs, event: Event): Promise<void> {
  const load = await db.offerLoad.findUnique({
    where: { id: event.subjectId },
    select: {
      id: true,
      fileName: true,
      byUser: { select: { name: true } },
      partner: { select: { name: true } },
      organisation: { select: { name: true, memberships: OWNERS } },
    },
  })
  if (!load?.partner) return
  const loaded = await db.offerLoadRow.count({ where: { loadId: load.id, state: 'loaded' } })
  if (loaded === 0) return
  const { organisation, partner } = load
  for (const { user } of organisation.memberships) {
    const locale = isLocale(user.locale) ? user.locale : 'nl'
    const about = { locale, origin: env.ORIGIN, member: organisation.name, partner: partner.name }
    await mailer.send({
      reason: `loaded-for-you ${event.id} ${user.id}`,
      template: 'loaded-for-you',
      to: user.email,
      locale,
      content: loadedForYouMail({
        ...about,
        loadId: load.id,
        fileName: load.fileName,
        by: load.byUser?.name ?? null,
        loaded,
      }),
    })
  }
}
