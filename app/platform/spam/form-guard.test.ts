import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { AppError } from '~/kernel/errors'
import { fits, PROOF_BITS, proofText } from '~/kernel/proof-of-work'
import { makeFormGuard } from './form-guard.server'

const NOW = new Date('2026-11-30T09:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

/** Counts in this process, as the table does for all of them. */
function guardWithCounts() {
  const seen = new Set<string>()
  return makeFormGuard('a secret of tests, long enough to be one', {
    async take(_rule, who) {
      if (seen.has(who)) throw new AppError('too-many', 'limit.too-many')
      seen.add(who)
    },
  })
}

function workFor(stamp: string): string {
  for (let n = 0; ; n++) {
    if (fits(createHash('sha256').update(proofText(stamp, n)).digest(), PROOF_BITS)) return String(n)
  }
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('work for a stamp of ours proves one form, and no second one', async () => {
  const guard = guardWithCounts()
  const stamp = guard.stamp(NOW)
  const form = formOf({ stamp, work: workFor(stamp), fax: '' })
  expect(await guard.isProven(form, later(10))).toBe(true)
  expect(await guard.isProven(form, later(11)), 'the same work again').toBe(false)
})

test('what proves nothing', async () => {
  const guard = guardWithCounts()
  const stamp = guard.stamp(NOW)
  const work = workFor(stamp)
  const foreign = makeFormGuard('another secret, long enough to be one too', { async take() {} }).stamp(NOW)
  const proves = (fields: Readonly<Record<string, string>>, seconds = 10) =>
    guard.isProven(formOf(fields), later(seconds))
  expect(await proves({}), 'a form without JavaScript').toBe(false)
  expect(await proves({ stamp, work: '1e9' }), 'no number').toBe(false)
  expect(await proves({ stamp, work: String(Number(work) + 1) }), 'no work').toBe(false)
  expect(await proves({ stamp: foreign, work: workFor(foreign) }), 'a stamp of others').toBe(false)
  expect(await proves({ stamp, work }, 0), 'faster than anybody types').toBe(false)
  expect(await proves({ stamp, work }, 3 * 3600), 'an old stamp').toBe(false)
  expect(await proves({ stamp, work }), 'and it still counts afterwards').toBe(true)
})

test('a filled trap is refused in words', async () => {
  await expect(guardWithCounts().isProven(formOf({ fax: '0' }), NOW)).rejects.toMatchObject({
    code: 'form.trapped',
  })
})
