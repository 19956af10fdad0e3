import { expect, test } from 'vitest'
import { slugIn } from './delegation'

test.each([
  ['https://schakel.example/organisations/tech-netwerk-oost', 'tech-netwerk-oost'],
  ['schakel.example/organisations/Metaal-2/?x=1', 'metaal-2'],
  ['/organisations/metaal', 'metaal'],
  ['Tech Netwerk Oost', null],
  ['https://elders.example/', null],
])('%s names %s', (typed, slug) => {
  expect(slugIn(typed)).toBe(slug)
})
