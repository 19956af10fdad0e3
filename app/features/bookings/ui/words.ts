/** Bookings in the reader's words. */
import { formatDay } from '~/components/format'
import type { Status } from '~/components/status-badge'
import type { CalendarDate } from '~/kernel/calendar'
import type { OfferLocation } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import type { BookingParty, BookingStage, CancelCause, CancelReason } from '../domain/booking'
import type { BookingState } from '../domain/booking-states'

export const cancelReasonWord: Record<CancelCause, () => string> = {
  illness: m.bookings_reason_illness,
  timetable: m.bookings_reason_timetable,
  transport: m.bookings_reason_transport,
  'no-longer-needed': m.bookings_reason_no_longer_needed,
  capacity: m.bookings_reason_capacity,
  weather: m.bookings_reason_weather,
  other: m.bookings_reason_other,
  'no-date': m.bookings_reason_no_date,
}

/** What each side says when it cancels; the other's reasons would only be in the way. */
export const REASONS_OF: Record<'school' | 'company', readonly CancelReason[]> = {
  school: ['illness', 'timetable', 'transport', 'no-longer-needed', 'weather', 'other'],
  company: ['illness', 'capacity', 'timetable', 'weather', 'other'],
}

/** @returns the side as it stands in a sentence about who did something. */
export function partyWord(
  by: BookingParty,
  names: { readonly school: string; readonly company: string },
): string {
  return by === 'school' || by === 'company' ? names[by] : m.bookings_by_coordinator()
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

/** @returns "do 21 januari 2027, 10.00 uur"; without a time only the day. */
export function momentWord(date: CalendarDate, startTime: string | null): string {
  const day = m.bookings_day({ weekday: weekdayWord(date), day: formatDay(date, true) })
  return startTime === null ? day : m.bookings_day_and_time({ day, time: timeWord(startTime) })
}

/** @returns "10.00 uur". @param startTime `10:00`. */
export function timeWord(startTime: string): string {
  return m.bookings_time({ dutch: startTime.replace(':', '.'), english: startTime })
}

function weekdayWord(date: CalendarDate): string {
  // "do 21 jan" begins with the weekday, in both languages.
  return formatDay(date).split(/[ ,]/)[0] ?? ''
}

export function placeWord(location: OfferLocation, placeName: string): string {
  if (location === 'online') return m.bookings_place_online()
  return location === 'at-school'
    ? m.bookings_place_at_school({ place: placeName })
    : m.bookings_place_at_company({ place: placeName })
}

export function groupWord(groupNumber: number, groupCount: number): string {
  return groupCount === 1
    ? m.bookings_group_only()
    : m.bookings_group_of({ number: groupNumber, count: groupCount })
}

/** "klas 3 vmbo", "groep 7 en 8". */
export function classWord(level: string, years: readonly number[]): string {
  const shown = years.join(', ')
  return level === 'po'
    ? m.bookings_class_po({ years: shown })
    : m.bookings_class_other({ level, years: shown })
}
