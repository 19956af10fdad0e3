import { expect, test } from 'vitest'
import { digestKey, digestsDue, selectForDigest } from './digest'
import { canBeOff, deliveryOf, factsOf, isKind, KINDS, type Kind, kindOf, kindsFor } from './kinds'
import { mailableFrom, NEVER_QUIET, type QuietHours } from './quiet-hours'

const at = (iso: string) => new Date(iso)
const night: QuietHours = { hours: { from: '22:00', until: '07:00' }, weekends: false }

test.each([
  // In winter Amsterdam is an hour ahead of UTC, in summer two.
  ['an evening', '2026-12-01T21:30:00Z', '2026-12-02T06:00:00Z'],
  ['after midnight', '2026-12-02T01:00:00Z', '2026-12-02T06:00:00Z'],
  ['the last minute', '2026-12-02T05:59:59Z', '2026-12-02T06:00:00Z'],
  ['the end itself is not quiet', '2026-12-02T06:00:00Z', '2026-12-02T06:00:00Z'],
  ['the afternoon', '2026-12-02T14:00:00Z', '2026-12-02T14:00:00Z'],
  ['the evening before the clock goes back', '2026-10-24T21:00:00Z', '2026-10-25T06:00:00Z'],
  ['the evening before the clock goes forward', '2027-03-27T22:00:00Z', '2027-03-28T05:00:00Z'],
])('quiet hours over midnight: %s', (_, now, then) => {
  expect(mailableFrom(at(now), night)).toEqual(at(then))
})

test('in the hour that comes twice quiet hours end later than now', () => {
  const early: QuietHours = { hours: { from: '01:00', until: '02:45' }, weekends: false }
  expect(mailableFrom(at('2026-10-25T00:30:00Z'), early)).toEqual(at('2026-10-25T00:45:00Z'))
  expect(mailableFrom(at('2026-10-25T01:30:00Z'), early)).toEqual(at('2026-10-25T01:45:00Z'))
})

test('a quiet weekend lasts until Monday morning, or until the quiet hours of that morning end', () => {
  expect(mailableFrom(at('2026-11-28T10:00:00Z'), { hours: null, weekends: true })).toEqual(
    at('2026-11-30T07:00:00Z'),
  )
  const long: QuietHours = { hours: { from: '18:00', until: '09:00' }, weekends: true }
  expect(mailableFrom(at('2026-11-27T19:00:00Z'), long)).toEqual(at('2026-11-30T08:00:00Z'))
  expect(mailableFrom(at('2026-11-28T10:00:00Z'), NEVER_QUIET)).toEqual(at('2026-11-28T10:00:00Z'))
})

test('the digests of the moment come at half past seven, that of the week on Monday, whatever the clock does', () => {
  const keys = (now: string) => digestsDue(at(now)).map(digestKey)
  expect(keys('2026-11-30T06:29:00Z')).toEqual(['daily 2026-11-29', 'weekly 2026-11-23'])
  expect(keys('2026-11-30T06:30:00Z')).toEqual(['daily 2026-11-30', 'weekly 2026-11-30'])
  expect(keys('2026-10-25T06:30:00Z')).toEqual(['daily 2026-10-25', 'weekly 2026-10-19'])
  expect(keys('2026-07-01T05:30:00Z')).toEqual(['daily 2026-07-01', 'weekly 2026-06-29'])
  const [daily] = digestsDue(at('2026-10-25T12:00:00Z'))
  expect(daily?.before).toEqual(at('2026-10-25T06:25:00Z'))
})

test('a digest leaves out what was read, and what was turned off since', () => {
  const line = (kind: string, readAt: Date | null = null) => ({ kind, readAt })
  const lines = [line('answer'), line('answer', at('2026-11-30T06:00:00Z')), line('offered'), line('gone')]
  expect(selectForDigest(lines, new Map([['offered', 'off']]))).toEqual([lines[0]])
})

test('what a promise hangs on comes at once, also in quiet hours, and cannot be chosen away', () => {
  for (const kind of ['hold', 'booking-cancelled', 'security'] as const) {
    expect(factsOf(kind)).toMatchObject({ choices: ['now'], canWait: false })
    expect(deliveryOf(kind, 'weekly')).toBe('now')
    expect(canBeOff(kind)).toBe(false)
  }
  expect(deliveryOf('request-asked', 'off')).toBe('now')
  expect(deliveryOf('evaluation-read', null)).toBe('daily')
})

test('every default can be chosen, and no mail belongs to two kinds', () => {
  const names = Object.keys(KINDS) as Kind[]
  for (const name of names) expect(factsOf(name).choices).toContain(factsOf(name).byDefault)
  const templates = names.flatMap((name) => factsOf(name).templates)
  expect(new Set(templates).size).toBe(templates.length)
  for (const name of names) for (const one of factsOf(name).templates) expect(kindOf(one)).toBe(name)
  expect(kindOf('confirm-email')).toBeNull()
  expect(isKind('constructor')).toBe(false)
})

test('everybody sees the kinds that can reach them', () => {
  const teacher = kindsFor({ school: true, company: false, region: false })
  expect(teacher).toContain('hold')
  expect(teacher).toContain('booking-made')
  expect(teacher).not.toContain('request-asked')
  expect(kindsFor({ school: false, company: false, region: false })).toEqual(['security'])
})
