import { expect, test } from 'vitest'
import { comeAndGone, sinceOf, withDefaults } from './feed'

test('what vanished is gone, what was paused for it and is named again is back, the rest stays', () => {
  const offer = (externalRef: string, isPaused: boolean) => ({ externalRef, isPaused })
  const offers = [offer('a', false), offer('b', false), offer('c', true), offer('d', true)]
  const { gone, back } = comeAndGone(offers, new Set(['a', 'c', 'new']))
  expect(gone.map(({ externalRef }) => externalRef)).toEqual(['b'])
  expect(back.map(({ externalRef }) => externalRef)).toEqual(['c'])
})

test('a feed that says no kind and no place gets its own; one that says them keeps them', () => {
  const table = { heads: ['identifier', 'name'], rows: [{ number: 2, cells: ['1', 'Lassen'] }] }
  const feed = { kind: 'excursion', location: 'at-company' } as const
  expect(withDefaults(table, feed, { kind: false, location: false })).toEqual({
    heads: ['identifier', 'name', 'kind', 'location'],
    rows: [{ number: 2, cells: ['1', 'Lassen', 'excursion', 'at-company'] }],
  })
  expect(withDefaults(table, feed, { kind: true, location: true })).toEqual(table)
})

test('only a live feed may answer that nothing changed', () => {
  const feed = { etag: '"1"', lastModified: null } as Parameters<typeof sinceOf>[0]
  expect(sinceOf({ ...feed, state: 'live' }).etag).toBe('"1"')
  for (const state of ['new', 'waiting', 'stopped'] as const)
    expect(sinceOf({ ...feed, state })).toEqual({ etag: null, lastModified: null })
})
