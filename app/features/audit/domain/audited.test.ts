import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { auditOf } from './audited'

const FEATURES = path.resolve(import.meta.dirname, '../..')
/** Every type of event that a slice names. */
const TYPES = fs
  .readdirSync(FEATURES)
  .map((slice) => path.join(FEATURES, slice, 'events.ts'))
  .filter((file) => fs.existsSync(file))
  .flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(/'([A-Z][a-z]+(?:[A-Z][a-z]+)+)'/g)])
  .map(([, type]) => type ?? '')

test('what somebody decided is kept, what only the clock asks is not', () => {
  expect(TYPES.length).toBeGreaterThan(60)
  const left = TYPES.filter((type) => auditOf({ type }) === null)
  expect(left.filter((type) => !/Due$|Soon$|Asked$|^SavedSearch|^FeedReady$/.test(type))).toEqual([])
  expect(auditOf({ type: 'OrganisationVerified' })).toEqual({ subject: 'organisation', isSecurity: false })
  expect(auditOf({ type: 'ColleagueRoleChanged' })?.subject).toBe('organisation')
  expect(auditOf({ type: 'OffersWentStale' })?.subject).toBe('organisation')
  expect(auditOf({ type: 'PasswordChanged' })).toEqual({ subject: 'user', isSecurity: true })
  expect(auditOf({ type: 'SomethingNew' })).toEqual({ subject: 'other', isSecurity: false })
})
