/** Says that the account is gone, to the address that is kept for this mail only, and forgets the address. */
import type { Db, Transact } from '~/platform/db/client.server'
import { isLocale } from '~/platform/i18n/choose-locale'
import { inLocale } from '~/platform/i18n/in-locale.server'
import type { Mailer } from '~/platform/mail/mailer.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { accountErasedMail } from '../emails/account-erased.server'
import type { ErasureStore } from '../erasure-store.server'

type Needs = {
  readonly db: Pick<Db, 'user'>
  readonly transact: Transact<{ readonly erasures: ErasureStore }>
  readonly mailer: Pick<Mailer, 'send'>
}

export async function mailErased(needs: Needs, event: StoredEvent): Promise<void> {
  const row = await needs.db.user.findUnique({
    where: { id: event.subjectId },
    select: { farewellEmail: true, locale: true },
  })
  if (!row?.farewellEmail) return
  const locale = isLocale(row.locale) ? row.locale : 'nl'
  const at = event.occurredAt
  await needs.mailer.send({
    reason: `account-erased ${event.id}`,
    template: 'account-erased',
    to: row.farewellEmail,
    locale,
    content: inLocale(locale, () => accountErasedMail({ locale, at })),
  })
  await needs.transact(({ erasures }) => erasures.forgetAddress(event.subjectId))
}
