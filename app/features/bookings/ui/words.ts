/** Where a booking stands, as its badge says it; and what each side can say when it cancels. */
import type { Status } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import type { BookingStage, CancelReason } from '../domain/booking'
import type { BookingState } from '../domain/booking-states'

/** What each side says when it cancels; the other's reasons would only be in the way. */
export const REASONS_OF: Record<'school' | 'company', readonly CancelReason[]> = {
  school: ['illness', 'timetable', 'transport', 'no-longer-needed', 'weather', 'other'],
  company: ['illness', 'capacity', 'timetable', 'weather', 'other'],
}

/** @returns the badge: its drawing and its word. */
export function statusOf(booking: { readonly state: BookingState; readonly stage: BookingStage }): {
  readonly status: Status
  readonly word: string
} {
  switch (booking.stage) {
    case 'to-agree':
      return { status: 'asked', word: m.bookings_status_to_agree() }
    case 'to-come':
      return { status: 'booked', word: m.bookings_status_booked() }
    case 'to-report':
      return { status: 'asked', word: m.bookings_status_to_report() }
    case 'over':
      if (booking.state === 'done') return { status: 'done', word: m.bookings_status_done() }
      return {
        status: 'ended',
        word: booking.state === 'no-show' ? m.bookings_status_no_show() : m.bookings_status_cancelled(),
      }
  }
}
