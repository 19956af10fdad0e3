import { expect, test } from 'vitest'
import { comparedIds } from './compared'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

test('four at most stand side by side, each once, in the order of the address', () => {
  expect(comparedIds([id(3), id(1), id(3), 'niets', id(2), id(4), id(5), id(6)])).toEqual({
    ids: [id(3), id(1), id(2), id(4)],
    leftOut: 2,
  })
  expect(comparedIds([])).toEqual({ ids: [], leftOut: 0 })
})
