/** StillWantedAsked: the question, to who posted the request. What was answered meanwhile is not asked. */
import { paths } from '~/components/paths'
import { addDays, type Clock, calendarDateOf } from '~/kernel/calendar'
import type { Db, Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { ASK_AFTER_DAYS } from '../domain/still-wanted'
import { stillWantedMail } from '../emails/still-wanted.server'
import { requestReaders, stillWantedPage } from '../queries/still-wanted-page.server'

type Needs = {
  readonly db: Pick<Db, '$queryRaw' | 'supportRequest'>
  readonly transact: Transact<{ readonly links: LinkStore }>
  readonly links: Pick<Links, 'sign'>
  readonly mailer: Pick<Mailer, 'send'>
  readonly clock: Clock
  readonly env: { readonly ORIGIN: string }
}

export async function mailStillWanted(needs: Needs, event: StoredEvent): Promise<void> {
  const page = await stillWantedPage(needs.db, event.subjectId)
  if (page.state !== 'waiting' || String(page.asked) !== event.payload.asked) return
  const today = calendarDateOf(needs.clock.now())
  // The first may be answered until the second comes, the second until its last day.
  const lastDay = page.answerBy ?? addDays(today, ASK_AFTER_DAYS)
  const expiresAt = new Date(`${addDays(lastDay, 1)}T00:00:00Z`)
  for (const { userId, email, locale } of await requestReaders(needs.db, page.requestId)) {
    const { token, id } = needs.links.sign({
      purpose: 'still-wanted',
      key: `still ${event.id} ${userId}`,
      expiresAt,
    })
    const payload = { requestId: page.requestId }
    await needs.transact(({ links }) =>
      links.keep({ id, purpose: 'still-wanted', subjectId: userId, payload, expiresAt }),
    )
    await needs.mailer.send({
      reason: `still-wanted ${event.id} ${userId}`,
      template: 'still-wanted',
      to: email,
      locale,
      content: stillWantedMail({
        locale,
        page,
        answerUrl: needs.env.ORIGIN + paths.answerStillWanted(token),
        requestUrl: needs.env.ORIGIN + paths.request(page.requestId),
      }),
    })
  }
}
