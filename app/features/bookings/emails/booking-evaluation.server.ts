/** A company is asked how it was; who spoke first hears that the other side has spoken too. */
import * as m from '~/paraglide/messages'
import type { RenderedMail } from '~/platform/mail/letter.server'
import { type BookingMailProps, bookingLetter, pageBlocks } from './booking-letter.server'

export function evaluationAskedMail(
  props: BookingMailProps & { readonly pupils: number | null },
): RenderedMail {
  const [{ school, title, groupSize }] = props.bookings
  return bookingLetter(props, {
    subject: m.evaluations_mail_ask_subject({ school }),
    blocks: [
      {
        kind: 'text',
        text: m.evaluations_mail_ask_text({ school, title, pupils: props.pupils ?? groupSize }),
      },
      ...pageBlocks(props, m.evaluations_mail_ask_open()),
    ],
  })
}

export function bothEvaluatedMail(props: BookingMailProps): RenderedMail {
  const [{ school, company, title }] = props.bookings
  const other = props.side === 'school' ? company : school
  return bookingLetter(props, {
    subject: m.evaluations_mail_both_subject({ other }),
    blocks: [
      { kind: 'text', text: m.evaluations_mail_both_text({ title, other }) },
      ...pageBlocks(props, m.evaluations_mail_both_open()),
    ],
  })
}
