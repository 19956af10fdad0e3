import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutOf, MAX_HITS, PAGE_SIZE_MAX } from './paging'

test('the first twenty unless asked otherwise', () => {
  expect(cutOf({})).toEqual({ page: 1, pageSize: 20, offset: 0, limit: 20 })
  expect(cutOf({ page: 3, pageSize: 10 })).toEqual({ page: 3, pageSize: 10, offset: 20, limit: 10 })
})

test('the last page that can be reached is cut short, the next is empty', () => {
  expect(cutOf({ page: 15, pageSize: 70 })).toMatchObject({ offset: 980, limit: 20 })
  expect(cutOf({ page: 16, pageSize: 70 })).toMatchObject({ offset: 1000, limit: 0 })
})

test('whatever is asked, pages are within bounds and follow upon each other', () => {
  const number = fc.oneof(fc.double(), fc.integer(), fc.constant(undefined))
  fc.assert(
    fc.property(number, number, (page, pageSize) => {
      const cut = cutOf({ page, pageSize })
      expect(cut.pageSize).toBeGreaterThanOrEqual(1)
      expect(cut.pageSize).toBeLessThanOrEqual(PAGE_SIZE_MAX)
      expect(cut.page).toBeGreaterThanOrEqual(1)
      expect(cut.offset + cut.limit).toBeLessThanOrEqual(MAX_HITS)
      expect(cutOf({ page: cut.page + 1, pageSize }).offset).toBe(cut.offset + cut.limit)
    }),
  )
})
