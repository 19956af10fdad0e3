import { describe, expect, test } from 'vitest'
import type { BranchId, OrganisationId } from '~/kernel/ids'
import { isAutomatic } from './automatic-mail'
import { type Standing, whyNotWrite, writableUntil } from './conversation'
import { isLogo, MESSAGE_FILES, pictureName, refusalBefore } from './message-file'
import { replyAddress, tokenAmong, withoutAddresses } from './reply-address'

const standing = (over: Partial<Standing> = {}): Standing => ({
  requestId: 'r',
  organisationId: 'o' as OrganisationId,
  branchId: 'b' as BranchId,
  closedOn: null,
  lastOn: null,
  blockedBy: [],
  ...over,
})

describe('who may write', () => {
  test('while the request runs there is no last day; afterwards 60 days from its end or its last lesson', () => {
    expect(writableUntil(standing({ lastOn: '2026-01-01' }))).toBeNull()
    expect(writableUntil(standing({ closedOn: '2026-11-01' }))).toBe('2026-12-31')
    expect(writableUntil(standing({ closedOn: '2026-11-01', lastOn: '2026-12-01' }))).toBe('2027-01-30')
    expect(whyNotWrite(standing({ closedOn: '2026-11-01' }), 'school', '2026-12-31')).toBeNull()
    expect(whyNotWrite(standing({ closedOn: '2026-11-01' }), 'school', '2027-01-01')).toBe('over')
  })

  test('neither side once one of them stopped it, and each reads who did', () => {
    const stopped = standing({ blockedBy: ['school'] })
    expect(whyNotWrite(stopped, 'school', '2026-11-30')).toBe('blocked')
    expect(whyNotWrite(stopped, 'company', '2026-11-30')).toBe('blocked-by-other')
  })
})

describe('addresses', () => {
  const token = 'a1'.repeat(20)

  test('a token is found among addresses of our domain, in any case, and nowhere else', () => {
    const address = replyAddress(token, 'antwoord.nl')
    expect(tokenAmong(['x@y.nl', address.toUpperCase()], 'Antwoord.nl')).toBe(token)
    expect(tokenAmong([address], 'elders.nl')).toBeNull()
    expect(tokenAmong([`c+${token}1@antwoord.nl`, 'c+@antwoord.nl'], 'antwoord.nl')).toBeNull()
  })

  test('those of the two sides and those that stand for somebody are hidden, others stay', () => {
    const text = `Mail anna@college.nl. Of Anna@College.nl, of c+${token}@antwoord.nl, of info@museum.nl.`
    expect(withoutAddresses(text, ['Anna@college.nl'])).toBe('Mail …@…. Of …@…, of …@…, of info@museum.nl.')
  })
})

describe('a mail that no person wrote', () => {
  const headers = (...lines: readonly [string, string][]) => new Map(lines)

  test.each([
    [headers(['auto-submitted', 'auto-replied']), 'a@b.nl'],
    [headers(['auto-submitted', 'auto-generated; x=y']), null],
    [headers(['precedence', 'Bulk']), null],
    [headers(['precedence', 'auto_reply']), null],
    [headers(['x-autoreply', 'yes']), null],
    [headers(['x-autorespond', '']), null],
    [headers(['list-id', '<lijst.nl>']), null],
    [headers(), ''],
    [headers(), '<>'],
  ])('%# is left alone', (mail, returnPath) => {
    expect(isAutomatic(mail, returnPath)).toBe(true)
  })

  test.each([
    [headers(), 'a@b.nl'],
    [headers(['auto-submitted', 'no'], ['precedence', 'normal']), null],
    [headers(['x-auto-response-suppress', 'All']), null],
  ])('but %# is read', (mail, returnPath) => {
    expect(isAutomatic(mail, returnPath)).toBe(false)
  })
})

describe('files of a message', () => {
  const file = (bytes: number) => ({ name: 'x', content: new Uint8Array(bytes) })

  test('empty, too large and too many are refused before anybody looks into them', () => {
    expect(refusalBefore(file(0), 0)).toBe('empty')
    expect(refusalBefore(file(MESSAGE_FILES.bytes + 1), 0)).toBe('too-large')
    expect(refusalBefore(file(1), MESSAGE_FILES.count)).toBe('too-many')
    expect(refusalBefore(file(1), MESSAGE_FILES.count - 1)).toBeNull()
  })

  test('a small picture in the text is a logo; a name stays a name', () => {
    expect(isLogo({ isInText: true, bytes: 9000 })).toBe(true)
    expect(isLogo({ isInText: true, bytes: 90_000 })).toBe(false)
    expect(isLogo({ isInText: false, bytes: 9000 })).toBe(false)
    expect(pictureName('klas "3a".JPG')).toBe('klas 3a.webp')
    expect(pictureName('')).toBe('foto.webp')
  })
})
