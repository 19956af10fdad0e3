/** A day was chosen, or another one. */
import * as m from '~/paraglide/messages'
import type { RenderedMail } from '~/platform/mail/letter.server'
import type { BookingParty } from '../domain/booking'
import { partyWord } from '../domain/words'
import {
  type BookingMailProps,
  bookingLetter,
  factsBlock,
  pageBlocks,
  whenWord,
} from './booking-letter.server'

export type BookingDateProps = BookingMailProps & { readonly by: BookingParty; readonly isFirst: boolean }

export function bookingDateMail(props: BookingDateProps): RenderedMail {
  const [booking] = props.bookings
  const { title, school, company } = booking
  const when = whenWord(booking)
  const who = partyWord(props.by, { school, company })
  return bookingLetter(props, {
    subject: props.isFirst
      ? m.bookings_mail_chosen_subject({ when })
      : m.bookings_mail_moved_subject({ when }),
    blocks: [
      {
        kind: 'text',
        text: props.isFirst
          ? m.bookings_mail_chosen_text({ who, when, title })
          : m.bookings_mail_moved_text({ who, when, title }),
      },
      factsBlock(props),
      ...pageBlocks(props, m.bookings_mail_open()),
      { kind: 'small', text: m.bookings_mail_attached() },
    ],
  })
}
