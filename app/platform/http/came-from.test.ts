import { expect, test } from 'vitest'
import { cameFrom } from './came-from.server'

const asked = (referrer: string | null) =>
  cameFrom(
    new Request(
      'http://schakel.example/offers/x-1a2b3c4d',
      referrer === null ? {} : { headers: { Referer: referrer } },
    ),
    '/offers',
  )

test('leads back to the result with its question', () => {
  expect(asked('http://schakel.example/offers?q=robot&page=2')).toBe('/offers?q=robot&page=2')
  expect(asked('https://schakel.example/offers')).toBe('/offers')
})

test('leads nowhere else', () => {
  for (const referrer of [
    null,
    '',
    'geen adres',
    'http://elders.example/offers?q=x',
    'http://schakel.example/regions',
  ])
    expect(asked(referrer)).toBeNull()
})
