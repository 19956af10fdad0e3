/** The life of a booking. `move` sets another date and keeps it confirmed. */
import type { StateTable } from '~/kernel/state-machine'

export const BOOKING_STATES = ['confirmed', 'done', 'cancelled', 'no-show'] as const
export type BookingState = (typeof BOOKING_STATES)[number]
export type BookingMove = 'move' | 'finish' | 'cancel' | 'miss'

export const BOOKING_TABLE: StateTable<BookingState, BookingMove> = {
  confirmed: { move: 'confirmed', finish: 'done', cancel: 'cancelled', miss: 'no-show' },
  done: {},
  cancelled: {},
  // Who was said not to have come may still have come.
  'no-show': { finish: 'done' },
}
