import { expect, test } from 'vitest'
import { afterMove } from '~/kernel/state-machine'
import { HOLD_STATES, HOLD_TABLE, type HoldMove } from './hold-states'
import { ROUND_STATES, ROUND_TABLE, type RoundMove } from './round-states'

test('a hold is answered once', () => {
  const moves: readonly HoldMove[] = ['accept', 'refuse', 'expire', 'withdraw', 'decline']
  const table = HOLD_STATES.map((state) =>
    [state, ...moves.map((move) => afterMove(HOLD_TABLE, state, move) ?? '-')].join(' '),
  )
  expect(table).toEqual([
    'offered accepted refused expired withdrawn declined',
    'accepted - - - - -',
    'refused - - - - -',
    'expired - - - - -',
    'withdrawn - - - - -',
    'declined - - - - -',
  ])
})

test('a round is published once and only from its preview', () => {
  const moves: readonly RoundMove[] = ['publish', 'discard', 'close']
  const table = ROUND_STATES.map((state) =>
    [state, ...moves.map((move) => afterMove(ROUND_TABLE, state, move) ?? '-')].join(' '),
  )
  expect(table).toEqual([
    'preview published discarded -',
    'published - - closed',
    'closed - - -',
    'discarded - - -',
  ])
})
