import { expect, test } from 'vitest'
import { type Belongings, landingOf } from './landing'

const NOWHERE: Belongings = {
  hasSchool: false,
  hasOrganisation: false,
  coordinates: false,
  isAdministrator: false,
  audience: null,
}

test.each<[string, Partial<Belongings>, ReturnType<typeof landingOf>]>([
  ['a coordinator who teaches as well', { coordinates: true, hasSchool: true }, 'board'],
  ['an administrator', { isAdministrator: true }, 'board'],
  ['a teacher', { hasSchool: true, audience: 'school' }, 'desk'],
  ['somebody of a company', { hasOrganisation: true, audience: 'school' }, 'desk'],
  ['who teaches and works at a company', { hasSchool: true, hasOrganisation: true }, 'desk'],
  ['who came for a company and has none yet', { audience: 'company' }, 'newOrganisation'],
  ['who came for a school and has none yet', { audience: 'school' }, 'accountSchool'],
  ['who never said', {}, 'account'],
])('%s goes on to %s', (_who, facts, landing) => {
  expect(landingOf({ ...NOWHERE, ...facts })).toBe(landing)
})
