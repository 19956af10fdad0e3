import { expect, test } from 'vitest'
import { makeLinks } from './links.server'

const links = makeLinks('a secret of tests, long enough to be one')
const now = new Date('2026-11-24T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const link = { purpose: 'verify-email' as const, key: 'event 7', expiresAt: later(60) }

test('a link is read back as the id of its row until it expires', () => {
  const { token, id } = links.sign(link)
  expect(links.read('verify-email', token, now)).toBe(id)
  expect(links.read('verify-email', token, later(59))).toBe(id)
  expect(links.read('verify-email', token, later(60))).toBeNull()
})

test('the same key gives the same link, another key, purpose or expiry another', () => {
  const { token } = links.sign(link)
  expect(links.sign(link).token).toBe(token)
  const others = [
    { ...link, key: 'event 8' },
    { ...link, purpose: 'reset-password' as const },
    { ...link, expiresAt: later(61) },
  ].map((other) => links.sign(other).token)
  expect(new Set([token, ...others]).size).toBe(4)
})

test('a link opens nothing but what it is for', () => {
  const { token } = links.sign(link)
  expect(links.read('reset-password', token, now)).toBeNull()
})

test('a link that was changed anywhere, or signed by another secret, is refused', () => {
  const { token } = links.sign(link)
  for (let at = 0; at < token.length; at++) {
    const changed = token.slice(0, at) + (token[at] === 'b' ? 'c' : 'b') + token.slice(at + 1)
    const read = links.read('verify-email', changed, now)
    // The last character holds four bits of the signature: another spelling of the same bytes names another row.
    if (read !== null) expect(at).toBe(token.length - 1)
    expect(read).not.toBe(links.sign(link).id)
  }
  const foreign = makeLinks('another secret of tests, also long enough').sign(link).token
  expect(links.read('verify-email', foreign, now)).toBeNull()
})

test('what is no link at all is refused', () => {
  for (const token of ['', 'unknown', '..', 'a'.repeat(100_000), null, undefined, 7, ['x']])
    expect(links.read('verify-email', token, now)).toBeNull()
})

test('the id of the row does not tell the link', () => {
  const { token, id } = links.sign(link)
  expect(id).toMatch(/^[0-9a-f]{64}$/)
  expect(token).not.toContain(id)
})
