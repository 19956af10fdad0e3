import { describe, expect, test } from 'vitest'
import { browserFamily } from './browser-family.server'
import { isCommonPassword } from './common-passwords.server'
import { recoveryCodes } from './recovery-codes.server'
import { keyOfSecret, makeSealer } from './sealer.server'
import { totp } from './totp.server'

describe('a sealed secret', () => {
  const [old, present] = [keyOfSecret('an old secret'), { ...keyOfSecret('a new secret'), id: 'new' }]

  test('is opened by the key that it names, also when a newer one stands before it', () => {
    const sealed = makeSealer([old]).seal('JBSWY3DP', 'totp:a')
    expect(sealed.keyId).toBe('secret')
    const rotated = makeSealer([present, old])
    expect(rotated.open(sealed, 'totp:a')).toBe('JBSWY3DP')
    expect(rotated.seal('x', 'totp:a').keyId).toBe('new')
  })

  test('is refused for somebody else, when changed, and without its key', () => {
    const sealer = makeSealer([old])
    const sealed = sealer.seal('JBSWY3DP', 'totp:a')
    expect(() => sealer.open(sealed, 'totp:b')).toThrow()
    expect(() => sealer.open({ ...sealed, sealed: `A${sealed.sealed.slice(1)}` }, 'totp:a')).toThrow()
    expect(() => makeSealer([present]).open(sealed, 'totp:a')).toThrow(/SEALING_KEYS/)
  })
})

test('codes are those of RFC 6238, half a minute early or late, and no further', () => {
  // Its test vector: the secret 12345678901234567890 at 59 s gives 94287082, of which apps show six digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  const at = (seconds: number) => totp.stepOf(secret, '287082', new Date(seconds * 1000))
  expect([29, 30, 59, 60, 89].map(at)).toEqual([1, 1, 1, 1, 1])
  expect([90, 120].map(at)).toEqual([null, null])
  expect(totp.stepOf(secret, '28708', new Date(59_000))).toBeNull()
})

test('an app reads the secret and the account from the picture', () => {
  const secret = totp.makeSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  const address = totp.addressOf(secret, 'a@schakel.example')
  expect(address).toMatch(new RegExp(`^otpauth://totp/Schakel:a%40schakel.example\\?.*secret=${secret}`))
  expect(totp.pictureOf(address).path).toMatch(/^M2 2h1v1h-1z/)
})

test('recovery codes are ten, all different, and read however they are typed', () => {
  const codes = recoveryCodes.make()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/)
  const [code = ''] = codes
  expect(recoveryCodes.hash(` ${code.toUpperCase().replaceAll('-', ' ')}`)).toBe(recoveryCodes.hash(code))
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Microsoft Edge',
    'Windows',
  ],
  ['<script>alert(1)</script>', null, null],
  [null, null, null],
])('%s is told by its family alone', (agent, browser, system) => {
  expect(browserFamily(agent)).toEqual({ browser, system })
})

test.each([
  ['1q2w3e4r5t6y', true],
  ['sonyericsson', true],
  ['SonyEricsson2026!', true],
  ['leavemealone', true],
  ['vier losse woorden samen', false],
  ['rain falls on green roofs', false],
])('%s stands in a list of stolen passwords: %s', async (password, isKnown) => {
  expect(await isCommonPassword(password)).toBe(isKnown)
})
