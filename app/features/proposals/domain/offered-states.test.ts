import { expect, test } from 'vitest'
import { afterMove } from '~/kernel/state-machine'
import { OFFERED_TABLE, type OfferedMove } from './offered-states'
import { PROPOSAL_STATES } from './proposal-states'

const MOVES: readonly OfferedMove[] = ['accept', 'decline', 'withdraw', 'expire']

test('every move of every state is allowed or refused as decided', () => {
  const table = PROPOSAL_STATES.map((state) =>
    [state, ...MOVES.map((move) => afterMove(OFFERED_TABLE, state, move) ?? '-')].join(' '),
  )
  expect(table).toEqual([
    'sent accepted declined withdrawn expired',
    'viewed - - - -',
    'considering - - - -',
    'accepted - - - -',
    'declined - - - -',
    'withdrawn - - - -',
    'expired - - - -',
    'passed - - - -',
  ])
})
