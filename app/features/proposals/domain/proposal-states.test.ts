import { expect, test } from 'vitest'
import { afterMove, movesFrom } from '~/kernel/state-machine'
import { isOpenProposal, PROPOSAL_STATES, PROPOSAL_TABLE, type ProposalMove } from './proposal-states'

const MOVES: readonly ProposalMove[] = ['view', 'consider', 'accept', 'decline', 'pass', 'withdraw', 'expire']

test('every move of every state is allowed or refused as decided', () => {
  const table = PROPOSAL_STATES.map((state) =>
    [state, ...MOVES.map((move) => afterMove(PROPOSAL_TABLE, state, move) ?? '-')].join(' '),
  )
  expect(table).toEqual([
    'sent viewed considering accepted declined passed withdrawn expired',
    'viewed viewed considering accepted declined passed withdrawn expired',
    'considering considering considering accepted declined passed withdrawn expired',
    'accepted - - - - - - -',
    'declined - - - - - - -',
    'withdrawn - - - - - - -',
    'expired - - - - - - -',
    'passed - - - - - - -',
  ])
})

test('an open proposal is one that can be answered', () => {
  for (const state of PROPOSAL_STATES) {
    expect(isOpenProposal(state)).toBe(movesFrom(PROPOSAL_TABLE, state).includes('accept'))
  }
})
