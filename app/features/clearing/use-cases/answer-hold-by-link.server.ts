/** Who has the link of the mail answers for the school, without signing in. The link works once. */
import { SYSTEM } from '~/authorisation/actor'
import type { Transact } from '~/platform/db/client.server'
import type { LinkStore } from '~/platform/links/link-store.server'
import type { Links } from '~/platform/links/links.server'
import type { BookingId } from '../../bookings/domain/booking'
import { holdLinkGone } from '../errors'
import { type AnswerHoldNeeds, type AnswerHoldStores, answerIn, answerMoment } from './answer-hold.server'

export type AnswerByLinkNeeds = Omit<AnswerHoldNeeds, 'transact'> & {
  readonly links: Links
  readonly transact: Transact<AnswerHoldStores & { readonly links: LinkStore }>
}

/**
 * The link is used up only by an answer that counts.
 * @returns the hold, and the booking after a yes.
 * @throws AppError gone when the link is unknown, used or expired, or the last day has passed; conflict when somebody of
 * the school answered before.
 */
export async function answerHoldByLink(
  needs: AnswerByLinkNeeds,
  { token, yes }: { readonly token: unknown; readonly yes: boolean },
): Promise<{ readonly holdId: string; readonly bookingId: BookingId | null }> {
  const moment = await answerMoment(needs)
  const linkId = needs.links.read('answer-hold', token, moment.now)
  if (!linkId) throw holdLinkGone()
  return needs.transact(async ({ links, ...stores }) => {
    const opened = await links.use('answer-hold', linkId, moment.now)
    if (!opened) throw holdLinkGone()
    const holdId = opened.payload.holdId ?? ''
    return { holdId, bookingId: await answerIn(stores, SYSTEM, { id: holdId, yes }, moment) }
  })
}
