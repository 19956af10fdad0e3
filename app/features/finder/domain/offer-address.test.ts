import { expect, test } from 'vitest'
import { idsOfAddress, offerSlug } from './offer-address'

const ID = '1a2b3c4d-5e6f-4a0b-8c1d-2e3f4a5b6c7d'

test('an address leads back to the id, whatever the words have become', () => {
  for (const words of ['lasrobots', 'x', 'deadbeef', 'een-titel-met-12345678']) {
    const range = idsOfAddress(offerSlug(words, ID))
    expect(range && range.from <= ID && ID <= range.until).toBe(true)
  }
  expect(idsOfAddress('1a2b3c4d')).toEqual(idsOfAddress(offerSlug('lasrobots', ID)))
})

test('what ends in no id means nothing', () => {
  for (const slug of [
    '',
    'lasrobots',
    'lasrobots-1a2b3c4',
    'lasrobots1a2b3c4d',
    'x-1A2B3C4D',
    'x-1a2b3c4d-',
    "x-1a2b3c4'",
  ])
    expect(idsOfAddress(slug)).toBeNull()
})
