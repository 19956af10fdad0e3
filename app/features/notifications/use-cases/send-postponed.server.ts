/** Mails whose quiet hours are over. */
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { Log } from '~/platform/log/log.server'
import type { Mailer, OutgoingMail } from '~/platform/mail/mailer.server'
import { deliveryOf, isKind } from '../domain/kinds'
import type { NotificationStore, PostponedMail } from '../store.server'

export type SendPostponedNeeds = {
  readonly transact: Transact<{ readonly notifications: NotificationStore }>
  /** What takes a mail out of the house: it was decided already how it goes. */
  readonly post: Pick<Mailer, 'send'>
  readonly clock: Clock
  readonly log: Pick<Log, 'error'>
}

const AT_ONCE = 100
/** A mail that fails is tried again so much later, as often as a day holds; the log of mails says what became of it. */
const AGAIN_MS = 900_000
const TRIES = 96

/**
 * Sends what is due, each mail once, also when several workers do it. A kind that was turned off meanwhile is let go.
 * @returns how many were sent.
 */
export async function sendPostponed(needs: SendPostponedNeeds): Promise<number> {
  let sent = 0
  for (;;) {
    const now = needs.clock.now()
    const again = new Date(now.getTime() + AGAIN_MS)
    const due = await needs.transact(({ notifications }) => notifications.takeDue(now, again, AT_ONCE))
    if (due.length === 0) return sent
    for (const one of due) if (await sendOne(needs, one)) sent++
  }
}

async function sendOne(needs: SendPostponedNeeds, one: PostponedMail): Promise<boolean> {
  const reader = await needs.transact(({ notifications }) => notifications.byId(one.userId))
  const isWanted =
    reader && !(isKind(one.kind) && deliveryOf(one.kind, reader.chosen.get(one.kind)) === 'off')
  try {
    const isSent = isWanted ? await needs.post.send(one.mail as unknown as OutgoingMail) : false
    await needs.transact(({ notifications }) => notifications.letGo(one.reason))
    return isSent
  } catch (error) {
    // Its row comes again later; the others need not wait for it.
    if (one.attempts >= TRIES) await needs.transact(({ notifications }) => notifications.letGo(one.reason))
    needs.log.error({ err: error, reason: one.reason }, 'a postponed mail was not taken')
    return false
  }
}
