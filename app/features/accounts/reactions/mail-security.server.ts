/** What the owner of an account hears of when somebody signs in or changes how one signs in. */
import { paths } from '~/components/paths'
import type { Db } from '~/platform/db/client.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { type SecurityNews, securityNoticeMail } from '../emails/security-notice.server'
import { type MailNeeds, personOf, send } from './write-to-person.server'

type Needs = MailNeeds & { readonly db: Pick<Db, 'user' | 'session'> }

const NEWS: Readonly<Record<string, SecurityNews>> = {
  SignedInOnNewBrowser: 'new-browser',
  TwoStepTurnedOn: 'two-step-on',
  TwoStepTurnedOff: 'two-step-off',
  PasskeyAdded: 'passkey-added',
  PasskeyRemoved: 'passkey-removed',
  SignInServiceJoined: 'service-joined',
  RecoveryCodeUsed: 'recovery-used',
  RecoveryCodesRenewed: 'codes-renewed',
}

export async function mailSecurityNews(needs: Needs, event: StoredEvent): Promise<void> {
  const person = await personOf(needs.db, event.subjectId)
  const what = NEWS[event.type]
  if (!person || !what) return
  const device = await deviceOf(needs.db, event.payload.session)
  const forgotHref = needs.env.ORIGIN + paths.forgotPassword()
  await send(needs, event, person, 'security-notice', () =>
    securityNoticeMail({ ...person, what, at: event.occurredAt, device, forgotHref }),
  )
}

/** @returns the browser of a session that still is, by its family. */
async function deviceOf(db: Needs['db'], session: unknown): Promise<string | null> {
  if (typeof session !== 'string') return null
  const row = await db.session.findUnique({ where: { id: session }, select: { browser: true, system: true } })
  const names = [row?.browser, row?.system].filter((name) => typeof name === 'string')
  return names.length > 0 ? names.join(', ') : null
}
