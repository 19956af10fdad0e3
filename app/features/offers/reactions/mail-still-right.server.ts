/** StillRightAsked, OffersWentStale: one mail for all of a company's offers that are due. What was answered since is left out. */
import { paths } from '~/components/paths'
import type { Clock } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { ownersOf } from '../../organisations/reactions/owners-of.server'
import { stillRightMail } from '../emails/still-right.server'
import { stillRightPage } from '../queries/still-right-page.server'

type Needs = {
  readonly db: Pick<Db, 'organisation' | 'organisationMembership'>
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Pick<Links, 'sign'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string }
}

/** What is paused can come back by the link for so long. */
const LINK_MS = 90 * 86_400_000

export async function mailStillRight(needs: Needs, event: StoredEvent): Promise<void> {
  const page = await stillRightPage(needs.db, event.subjectId)
  const isPaused = event.type === 'OffersWentStale'
  const offers = page.offers.filter(({ pausesOn }) => (pausesOn === null) === isPaused)
  if (offers.length === 0) return
  const expiresAt = new Date(event.occurredAt.getTime() + LINK_MS)
  for (const { user } of await ownersOf(needs.db, page.organisationId)) {
    const locale = isLocale(user.locale) ? user.locale : 'nl'
    const key = `still right ${event.id} ${user.id}`
    const { token, id } = needs.links.sign({ purpose: 'still-right', key, expiresAt })
    const payload = { organisationId: page.organisationId }
    await needs.transact(({ links }) =>
      links.keep({ id, purpose: 'still-right', subjectId: user.id, payload, expiresAt }),
    )
    await needs.mailer.send({
      reason: `still-right ${event.id} ${user.id}`,
      template: isPaused ? 'offers-went-stale' : 'still-right',
      to: user.email,
      locale,
      content: stillRightMail({
        locale,
        organisationName: page.organisationName,
        offers,
        isPaused,
        answerUrl: needs.env.ORIGIN + paths.answerStillRight(token),
        offersUrl: needs.env.ORIGIN + paths.myOrganisation({ of: page.organisationId }),
      }),
    })
  }
}
