/** CompanyIsSilent, CompanyHidden: its owners are told, with a link that says they are there; of the second the coordinators too. */
import { paths } from '~/components/paths'
import type { Clock, FreeDays } from '~/kernel/calendar'
import type { OrganisationId } from '~/kernel/ids'
import type { Db, Transact } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { coordinatorsOf } from '../../organisations/reactions/coordinators-of.server'
import { ownersOf } from '../../organisations/reactions/owners-of.server'
import { hiddenOn } from '../domain/silence'
import { silenceMail, silenceNoticeMail } from '../emails/silence.server'
import { type SilencePage, silencePage } from '../queries/silence-page.server'

type Needs = {
  readonly db: Pick<Db, '$queryRaw' | 'organisationMembership' | 'user'>
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Pick<Links, 'sign'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string }
  readonly workingDays: () => Promise<FreeDays>
}

/** It can come back by the link for so long. */
const LINK_MS = 180 * 86_400_000

/** What it said meanwhile is not asked for any more. */
export async function mailSilence(needs: Needs, event: StoredEvent): Promise<void> {
  const page = await silencePage(needs.db, event.subjectId as OrganisationId)
  const isHidden = event.type === 'CompanyHidden'
  if (page.isHidden !== isHidden || page.toldOn === null) return
  const leaves = isHidden ? null : hiddenOn(page.toldOn, await needs.workingDays())
  const expiresAt = new Date(event.occurredAt.getTime() + LINK_MS)
  for (const { user } of await ownersOf(needs.db, page.organisationId)) {
    const locale = isLocale(user.locale) ? user.locale : 'nl'
    const key = `silence ${event.id} ${user.id}`
    const { token, id } = needs.links.sign({ purpose: 'answer-silence', key, expiresAt })
    const payload = { organisationId: page.organisationId }
    await needs.transact(({ links }) =>
      links.keep({ id, purpose: 'answer-silence', subjectId: user.id, payload, expiresAt }),
    )
    await needs.mailer.send({
      reason: key,
      template: isHidden ? 'company-hidden' : 'company-is-silent',
      to: user.email,
      locale,
      content: silenceMail({
        locale,
        organisationName: page.organisationName,
        lapsed: page.lapsed,
        hiddenOn: leaves,
        answerUrl: needs.env.ORIGIN + paths.answerSilence(token),
        inboxUrl: needs.env.ORIGIN + paths.inbox(),
      }),
    })
  }
  if (isHidden) await tellCoordinators(needs, event, page)
}

async function tellCoordinators(needs: Needs, event: StoredEvent, page: SilencePage): Promise<void> {
  for (const { id, email, locale: own } of await coordinatorsOf(needs, page.municipalityCode)) {
    const locale = isLocale(own) ? own : 'nl'
    await needs.mailer.send({
      reason: `silence-notice ${event.id} ${id}`,
      template: 'silence-notice',
      to: email,
      locale,
      content: silenceNoticeMail({
        locale,
        organisationName: page.organisationName,
        lapsed: page.lapsed,
        organisationUrl: needs.env.ORIGIN + paths.organisationBoard(),
      }),
    })
  }
}
