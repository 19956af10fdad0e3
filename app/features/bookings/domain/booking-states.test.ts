import { expect, test } from 'vitest'
import { afterMove } from '~/kernel/state-machine'
import { BOOKING_STATES, BOOKING_TABLE, type BookingMove } from './booking-states'

test('every move of every state is allowed or refused as decided', () => {
  const moves: readonly BookingMove[] = ['move', 'finish', 'cancel', 'miss']
  const table = BOOKING_STATES.map((state) =>
    [state, ...moves.map((move) => afterMove(BOOKING_TABLE, state, move) ?? '-')].join(' '),
  )
  expect(table).toEqual([
    'confirmed confirmed done cancelled no-show',
    'done - - - -',
    'cancelled - - - -',
    'no-show - done - -',
  ])
})
