import { expect, test } from 'vitest'
import { makeKnownBrowsers } from './known-browsers.server'

const known = makeKnownBrowsers('a secret of tests, long enough to be one', true)
const request = (cookie: string) => new Request('https://schakel.example/', { headers: { Cookie: cookie } })
const pairOf = (line: string) => line.split(';')[0] ?? ''

test('a browser is known for the address that it signed in with, however it is spelled, and for no other', () => {
  const cookie = pairOf(known.remember('Sanne@schakel.example'))
  expect(known.nameOf(request(`lang=nl; ${cookie}`), 'sanne@schakel.example')).toMatch(/^[\w-]{16}$/)
  expect(known.nameOf(request(cookie), 'karim@schakel.example')).toBeNull()
  expect(known.nameOf(request(''), 'sanne@schakel.example')).toBeNull()
})

test('two browsers have two names, and a made-up cookie has none', () => {
  const names = [1, 2].map(() => known.nameOf(request(pairOf(known.remember('a@b.example'))), 'a@b.example'))
  expect(new Set(names).size).toBe(2)
  const forged = pairOf(known.remember('a@b.example')).replace(
    /\.(.)/,
    (_, sign) => `.${sign === 'A' ? 'B' : 'A'}`,
  )
  expect(known.nameOf(request(forged), 'a@b.example')).toBeNull()
  const elsewhere = makeKnownBrowsers('another secret, as long as the first one is', true)
  expect(elsewhere.nameOf(request(pairOf(known.remember('a@b.example'))), 'a@b.example')).toBeNull()
})

test('the cookie is for the server only, and over https only where the site is', () => {
  expect(known.remember('a@b.example')).toMatch(/; HttpOnly; SameSite=Lax; Secure$/)
  expect(makeKnownBrowsers('a secret', false).remember('a@b.example')).not.toContain('Secure')
})
