import { expect, test } from 'vitest'
import { safeRedirect } from './safe-redirect.server'

test('a path of this site is kept with its query', () => {
  expect(safeRedirect('/offers?page=2#top', '/')).toBe('/offers?page=2#top')
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/a\nSet-Cookie: x',
  '',
  null,
  `/${'a'.repeat(2001)}`,
])('%j is not a path of this site', (to) => {
  expect(safeRedirect(to, '/account')).toBe('/account')
})
