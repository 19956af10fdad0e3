import { expect, test } from 'vitest'
import { movePicture, type PictureMove } from './offer-picture'

const row = ['a', 'b', 'c'].map((id) => ({ id }))
const names = (id: string, move: PictureMove) =>
  movePicture(row, id, move)
    .map((picture) => picture.id)
    .join('')

test.each<[string, PictureMove, string]>([
  ['c', 'first', 'cab'],
  ['c', 'earlier', 'acb'],
  ['a', 'later', 'bac'],
  ['a', 'earlier', 'abc'],
  ['c', 'later', 'abc'],
  ['x', 'first', 'abc'],
])('%s goes %s: %s', (id, move, order) => {
  expect(names(id, move)).toBe(order)
})
