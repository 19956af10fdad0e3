/** What the clock asks for: the day comes near, a day has to be chosen, or it is time to tell how it went. */
import { formatDay } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { RenderedMail } from '~/platform/mail/letter.server'
import type { ReminderKind } from '../events'
import {
  agreeBlocks,
  type BookingMailProps,
  bookingLetter,
  factsBlock,
  pageBlocks,
  taskWord,
  whenWord,
} from './booking-letter.server'
import { planBlocks } from './booking-plan.server'

export type BookingReminderProps = BookingMailProps & { readonly kind: ReminderKind }

export function bookingReminderMail(props: BookingReminderProps): RenderedMail {
  switch (props.kind) {
    case 'week-before':
    case 'day-before':
      return comesNear(props)
    case 'choose-date':
      return deadline(props)
    case 'how-was-it':
    case 'how-was-it-again':
      return howWasIt(props)
    case 'follow-up':
      return followUp(props)
  }
}

function comesNear(props: BookingReminderProps): RenderedMail {
  const [booking] = props.bookings
  const { title, school, company } = booking
  return bookingLetter(props, {
    subject:
      props.kind === 'day-before'
        ? m.bookings_mail_tomorrow_subject({ title })
        : m.bookings_mail_week_subject({ title }),
    blocks: [
      {
        kind: 'text',
        text: m.bookings_mail_remind_text({ when: whenWord(booking), title, school, company }),
      },
      factsBlock(props),
      ...planBlocks(props),
      ...pageBlocks(props, m.bookings_mail_change()),
    ],
  })
}

function deadline(props: BookingReminderProps): RenderedMail {
  const [{ title, agreeBy }] = props.bookings
  const by = agreeBy === null ? '' : formatDay(agreeBy)
  return bookingLetter(props, {
    subject: m.bookings_mail_deadline_subject({ by, title }),
    blocks: [...agreeBlocks(props), factsBlock(props), ...pageBlocks(props, taskWord(props))],
  })
}

function howWasIt(props: BookingReminderProps): RenderedMail {
  const [booking] = props.bookings
  const { title, company } = booking
  return bookingLetter(props, {
    subject: m.bookings_mail_how_subject({ title }),
    blocks: [
      { kind: 'text', text: m.bookings_mail_how_text({ company, when: whenWord(booking) }) },
      ...pageBlocks(props, m.bookings_mail_tell()),
    ],
  })
}

function followUp(props: BookingReminderProps): RenderedMail {
  const [{ title, company }] = props.bookings
  return bookingLetter(props, {
    subject: m.bookings_mail_follow_subject({ title }),
    blocks: [
      { kind: 'text', text: m.bookings_mail_follow_text({ title, company }) },
      ...pageBlocks(props, m.bookings_mail_follow_again()),
      { kind: 'small', text: m.bookings_mail_follow_new() },
    ],
  })
}
