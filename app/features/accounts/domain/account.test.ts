import { expect, test } from 'vitest'
import { onKnownAddress, SENT_TWICE_MS } from './account'

const createdAt = new Date('2026-11-25T08:00:00Z')
const after = (ms: number) => new Date(createdAt.getTime() + ms)
const waiting = { emailVerifiedAt: null, createdAt }

test('a form that was sent twice is one', () => {
  expect(onKnownAddress(waiting, true, after(0))).toBe('nothing')
  expect(onKnownAddress(waiting, true, after(SENT_TWICE_MS - 1))).toBe('nothing')
})

test('who made the account and missed the mail gets another', () => {
  expect(onKnownAddress(waiting, true, after(SENT_TWICE_MS))).toBe('confirm-again')
})

test('nobody else can have an account confirmed, and a confirmed one never is again', () => {
  expect(onKnownAddress(waiting, false, after(0))).toBe('tell-of-account')
  const confirmed = { ...waiting, emailVerifiedAt: createdAt }
  for (const knows of [true, false])
    expect(onKnownAddress(confirmed, knows, after(1))).toBe('tell-of-account')
})
