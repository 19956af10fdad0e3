import { describe, expect, test } from 'vitest'
import type { UserId } from '~/kernel/ids'
import { type Colleague, type ColleagueChange, decideChange } from './colleagues'

const [anna, bram, carla] = ['anna', 'bram', 'carla'] as UserId[] as [UserId, UserId, UserId]
const owner = (userId: UserId): Colleague => ({ userId, role: 'owner' })
const editor = (userId: UserId): Colleague => ({ userId, role: 'editor' })

describe('an organisation is never without an owner', () => {
  test.each<[string, ColleagueChange]>([
    ['the last owner leaves', { kind: 'remove', userId: anna }],
    ['the last owner becomes an editor', { kind: 'role', userId: anna, role: 'editor' }],
    ['the last owner becomes a viewer', { kind: 'role', userId: anna, role: 'viewer' }],
  ])('%s: refused', (_name, change) => {
    expect(decideChange([owner(anna), editor(bram)], anna, change)).toEqual({
      ok: false,
      reason: 'last-owner',
    })
  })

  test('one of two owners may leave', () => {
    expect(decideChange([owner(anna), owner(bram)], anna, { kind: 'remove', userId: anna })).toEqual({
      ok: true,
      changes: [{ userId: anna, role: null }],
    })
  })
})

test('handing over makes the colleague the owner and the actor an editor', () => {
  const decision = decideChange([owner(anna), editor(bram)], anna, { kind: 'hand-over', userId: bram })
  expect(decision).toEqual({
    ok: true,
    changes: [
      { userId: bram, role: 'owner' },
      { userId: anna, role: 'editor' },
    ],
  })
})

test('what is so already changes nothing, and somebody else is unknown', () => {
  const people = [owner(anna), editor(bram)]
  expect(decideChange(people, anna, { kind: 'role', userId: bram, role: 'editor' })).toEqual({
    ok: true,
    changes: [],
  })
  expect(decideChange(people, anna, { kind: 'hand-over', userId: anna })).toEqual({ ok: true, changes: [] })
  expect(decideChange(people, anna, { kind: 'remove', userId: carla })).toEqual({
    ok: false,
    reason: 'unknown',
  })
})
