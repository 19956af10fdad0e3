/** The two mails of another e-mail address: a link to the new one, and a way back for the old one. */
import { paths } from '~/components/paths'
import type { Db } from '~/platform/db/client.server'
import type { StoredEvent } from '~/platform/outbox/outbox.server'
import { alreadyHasAccountMail } from '../emails/already-has-account.server'
import { newAddressMail, oldAddressMail } from '../emails/email-change.server'
import { keepLink, type MailNeeds, personOf, send } from './write-to-person.server'

type Needs = MailNeeds & { readonly db: Pick<Db, 'user' | 'emailChange'> }

const CONFIRM_HOURS = 24
const UNDO_HOURS = 72

/** The owner of an address that has an account hears that it has one; nothing is changed. */
export async function mailEmailChangeAsked(needs: Needs, event: StoredEvent): Promise<void> {
  const { db, env } = needs
  const change = await db.emailChange.findUnique({ where: { id: String(event.payload.change) } })
  const person = change && (await personOf(db, change.userId))
  if (!change || !person || change.confirmedAt) return
  const owner = await db.user.findUnique({ where: { email: change.newEmail }, select: { id: true } })
  const known = owner && (await personOf(db, owner.id))
  if (known) {
    const hrefs = { signInHref: env.ORIGIN + paths.signIn(), forgotHref: env.ORIGIN + paths.forgotPassword() }
    return send(needs, event, known, 'already-has-account', () =>
      alreadyHasAccountMail({ ...known, ...hrefs }),
    )
  }
  const token = await keepLink(needs, event, {
    purpose: 'change-email',
    minutes: CONFIRM_HOURS * 60,
    payload: {},
    subjectId: change.id,
  })
  if (token === null) return
  const href = env.ORIGIN + paths.changeEmail(token)
  await send(needs, event, { ...person, email: change.newEmail }, 'new-address', () =>
    newAddressMail({ ...person, href, hours: CONFIRM_HOURS }),
  )
}

export async function mailEmailChanged(needs: Needs, event: StoredEvent): Promise<void> {
  const { db, env } = needs
  const change = await db.emailChange.findUnique({ where: { id: String(event.payload.change) } })
  const person = change && (await personOf(db, change.userId))
  if (!change || !person || change.undoneAt) return
  const token = await keepLink(needs, event, {
    purpose: 'undo-email',
    minutes: UNDO_HOURS * 60,
    payload: {},
    subjectId: change.id,
  })
  if (token === null) return
  const href = env.ORIGIN + paths.undoEmail(token)
  await send(needs, event, { ...person, email: change.oldEmail }, 'old-address', () =>
    oldAddressMail({ ...person, href, hours: UNDO_HOURS, at: event.occurredAt }),
  )
}
