/** A mail of ours came back: its reader is told in the page, where no mail is needed. */
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { MailTroubles } from '~/platform/mail/mail-troubles.server'

export type RecordBounceNeeds = {
  readonly transact: Transact<{ readonly mailTroubles: MailTroubles }>
  readonly clock: Clock
}

/**
 * For whoever reads delivery reports (RFC 3464): only for those that say `failed`, and for good (5.x.x).
 * @param messageId of the mail that came back, as its `Message-ID` says it.
 * @returns whether it was one of ours that had not come back before; of others nothing is kept.
 */
export async function recordBounce(
  { transact, clock }: RecordBounceNeeds,
  { messageId }: { readonly messageId: string },
): Promise<boolean> {
  return transact(({ mailTroubles }) => mailTroubles.bounced(messageId, clock.now()))
}
