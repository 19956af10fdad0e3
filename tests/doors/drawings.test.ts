/** The drawings of lives in the READMEs of slices say what the tables say. */
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { BOOKING_TABLE } from '~/features/bookings/domain/booking-states'
import { PROPOSAL_TABLE } from '~/features/proposals/domain/proposal-states'
import { REQUEST_STATES } from '~/features/requests/domain/request-state'
import type { StateTable } from '~/kernel/state-machine'

const drawn = (slice: string) => {
  const readme = fs.readFileSync(`app/features/${slice}/README.md`, 'utf8')
  const lines = /```mermaid\n([\s\S]*?)```/.exec(readme)?.[1]?.split('\n') ?? []
  return lines.map((line) => line.trim()).filter((line) => line.includes('-->') && !line.startsWith('[*]'))
}
const movesOf = <S extends string, M extends string>(table: StateTable<S, M>) =>
  Object.entries<Partial<Record<M, S>>>(table).flatMap(([from, moves]) =>
    Object.entries(moves).map(([move, to]) => `${from} --> ${to}: ${move}`),
  )

test.each([
  ['bookings', movesOf(BOOKING_TABLE)],
  ['proposals', movesOf(PROPOSAL_TABLE)],
])('%s', (slice, moves) => {
  expect(drawn(slice).sort()).toEqual([...moves].sort())
})

test('every state of a request is drawn, and no other', () => {
  const states = drawn('requests').flatMap((line) => (line.split(':')[0] ?? '').split(' --> '))
  expect([...new Set(states)].sort()).toEqual([...REQUEST_STATES].sort())
})
