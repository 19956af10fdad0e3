/** A booking ended before its day: by whom and why, and what comes of the group and the place. */
import * as m from '~/paraglide/messages'
import type { Block, RenderedMail } from '~/platform/mail/letter.server'
import { cancelReasonWord, partyWord } from '../domain/words'
import { type BookingMailProps, bookingLetter, factsBlock, pageBlocks } from './booking-letter.server'

export function bookingCancelledMail(props: BookingMailProps): RenderedMail {
  const [{ title, school, company, cancelledBy, cancelReason, cancelText }] = props.bookings
  const lapsed = cancelledBy === 'system'
  const who = partyWord(cancelledBy ?? 'coordinator', { school, company })
  const reason = cancelReasonWord[cancelReason ?? 'other']().toLowerCase()
  const quote: Block[] = cancelText ? [{ kind: 'quote', text: cancelText }] : []
  const schoolWaits = cancelledBy !== 'school'
  const after =
    props.side === 'school' && schoolWaits
      ? m.bookings_mail_cancelled_school_waits()
      : m.bookings_mail_cancelled_place()
  return bookingLetter(props, {
    subject: lapsed
      ? m.bookings_mail_lapsed_subject({ title })
      : m.bookings_mail_cancelled_subject({ title }),
    blocks: [
      {
        kind: 'text',
        text: lapsed ? m.bookings_mail_lapsed_text() : m.bookings_mail_cancelled_text({ who, reason }),
      },
      ...quote,
      { kind: 'text', text: after },
      factsBlock(props),
      ...pageBlocks(props, m.bookings_mail_open()),
    ],
  })
}
