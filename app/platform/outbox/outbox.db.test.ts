import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/setup/database'
import { makeOutbox } from './outbox.server'

test('what a load of hundreds asks waits behind what one person asked after it', async () => {
  const { db } = await testDatabase()
  const tell = (from: number, count: number) =>
    db.$transaction((tx) =>
      makeOutbox(tx, { subscribersOf: () => ['look'] }).append(
        ...Array.from({ length: count }, (_, i) => ({
          type: 'OfferPublished',
          subjectId: `offer-${from + i}`,
          payload: {},
        })),
      ),
    )
  await tell(0, 100)
  await tell(1000, 1)
  const [first] = await db.$queryRaw<{ subject: string; waiting: number }[]>`
    SELECT e.subject_id AS subject, (count(*) OVER ())::int AS waiting
    FROM graphile_worker._private_jobs j JOIN outbox_event e ON e.id = (j.payload->>'eventId')::bigint
    ORDER BY j.priority, j.run_at, j.id LIMIT 1`
  expect(first).toEqual({ subject: 'offer-1000', waiting: 101 })
})
