/** There is a booking: for all groups of one acceptance, to each side in its own words. */
import * as m from '~/paraglide/messages'
import type { Block, RenderedMail } from '~/platform/mail/letter.server'
import {
  agreeBlocks,
  type BookingMailProps,
  bookingLetter,
  factsBlock,
  pageBlocks,
  taskWord,
} from './booking-letter.server'

export function bookingMadeMail(props: BookingMailProps): RenderedMail {
  const { side, bookings } = props
  const [{ title, school, company, answerText }] = bookings
  const quote: Block[] = side === 'school' && answerText ? [{ kind: 'quote', text: answerText }] : []
  const hasFile = bookings.some((booking) => booking.date !== null)
  return bookingLetter(props, {
    subject:
      side === 'school'
        ? m.bookings_mail_made_subject_school({ company, title })
        : m.bookings_mail_made_subject_company({ school, title }),
    heading: m.bookings_mail_made_heading({ count: bookings.length }),
    blocks: [
      {
        kind: 'text',
        text:
          side === 'school'
            ? m.bookings_mail_made_text_school({ company })
            : m.bookings_mail_made_text_company({ school }),
      },
      ...quote,
      ...agreeBlocks(props),
      factsBlock(props),
      ...pageBlocks(props, taskWord(props)),
      ...(hasFile ? [{ kind: 'small', text: m.bookings_mail_attached() } as const] : []),
    ],
  })
}
