/** A coordinator decided: the leads of the organisation get a mail. */
import type { DomainEvent } from '~/kernel/events'
import type { Db } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import type { Mailer } from '~/platform/mail/mailer.server'
import { organisationDecided } from '../emails/organisation-decided.server'

type Needs = {
  readonly db: Pick<Db, 'organisation'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly env: { readonly ORIGIN: string }
}
type Event = Pick<DomainEvent, 'type' | 'subjectId'> & { readonly id: bigint }

const LEADS_MAX = 50

/** A verdict that was turned round in the meantime is told by its own event. */
export async function mailLeads(needs: Needs, event: Event): Promise<void> {
  const organisation = await needs.db.organisation.findUnique({
    where: { id: event.subjectId },
    select: {
      id: true,
      name: true,
      verification: true,
      refusalReason: true,
      memberships: {
        where: { role: 'owner', user: { emailVerifiedAt: { not: null } } },
        select: { user: { select: { id: true, email: true, locale: true } } },
        orderBy: { userId: 'asc' },
        take: LEADS_MAX,
      },
      _count: { select: { offers: { where: { state: 'published' } } } },
    },
  })
  const decided = event.type === 'OrganisationVerified' ? 'verified' : 'refused'
  if (organisation?.verification !== decided) return
  for (const { user } of organisation.memberships) {
    const locale = isLocale(user.locale) ? user.locale : 'nl'
    await needs.mailer.send({
      reason: `organisation-decided ${event.id} ${user.id}`,
      template: `organisation-${decided}`,
      to: user.email,
      locale,
      content: organisationDecided({
        locale,
        origin: needs.env.ORIGIN,
        organisationId: organisation.id,
        name: organisation.name,
        refusalReason: organisation.refusalReason,
        publishedOffers: organisation._count.offers,
      }),
    })
  }
}
