import { expect, test } from 'vitest'
import { afterMove } from '~/kernel/state-machine'
import {
  MEMBER_STATES,
  MEMBER_TABLE,
  type MemberMove,
  PROJECT_STATES,
  PROJECT_TABLE,
  type ProjectMove,
} from './project-states'

const MOVES: readonly ProjectMove[] = ['start', 'finish', 'reopen', 'publish', 'stop']

test.each([
  ['preparing', { start: 'running', stop: 'stopped' }],
  ['running', { finish: 'finished', stop: 'stopped' }],
  ['finished', { reopen: 'running', publish: 'published', stop: 'stopped' }],
  ['published', {}],
  ['stopped', {}],
] as const)('a project that is %s allows these moves and no other', (state, allowed) => {
  const moves = MOVES.flatMap((move) => {
    const after = afterMove(PROJECT_TABLE, state, move)
    return after === null ? [] : [[move, after]]
  })
  expect(Object.fromEntries(moves)).toEqual(allowed)
  expect(PROJECT_STATES).toContain(state)
})

const MEMBER_MOVES: readonly MemberMove[] = ['invite', 'accept', 'refuse', 'leave', 'withdraw']

test.each([
  ['invited', { accept: 'joined', refuse: 'refused', withdraw: 'left' }],
  ['joined', { leave: 'left' }],
  ['refused', { invite: 'invited' }],
  ['left', { invite: 'invited' }],
] as const)('a member that is %s allows these moves and no other', (state, allowed) => {
  const moves = MEMBER_MOVES.flatMap((move) => {
    const after = afterMove(MEMBER_TABLE, state, move)
    return after === null ? [] : [[move, after]]
  })
  expect(Object.fromEntries(moves)).toEqual(allowed)
  expect(MEMBER_STATES).toContain(state)
})
