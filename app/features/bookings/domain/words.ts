/** Bookings in the reader's words, for pages and mails alike. */
import type { OfferLocation } from '~/kernel/education'
import * as m from '~/paraglide/messages'
import type { BookingParty, CancelCause } from './booking'

export const cancelReasonWord: Record<CancelCause, () => string> = {
  illness: m.bookings_reason_illness,
  timetable: m.bookings_reason_timetable,
  transport: m.bookings_reason_transport,
  'no-longer-needed': m.bookings_reason_no_longer_needed,
  capacity: m.bookings_reason_capacity,
  weather: m.bookings_reason_weather,
  other: m.bookings_reason_other,
  'no-date': m.bookings_reason_no_date,
  stopped: m.bookings_reason_stopped,
  'school-closed': m.bookings_reason_school_closed,
}

/** @returns the side as it stands in a sentence about who did something. */
export function partyWord(
  by: BookingParty,
  names: { readonly school: string; readonly company: string },
): string {
  return by === 'school' || by === 'company' ? names[by] : m.bookings_by_coordinator()
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
