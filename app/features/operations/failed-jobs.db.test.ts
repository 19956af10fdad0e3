import { afterAll, beforeAll, expect, test } from 'vitest'
import { ANONYMOUS } from '~/authorisation/actor'
import { type Desk, openDesk } from '../../../tests/desk/desk'
import { makeActor } from '../../../tests/factories/actor'
import { makeUser } from '../../../tests/factories/user'
import { engineRoom } from './queries/engine-room.server'
import { settleFailedJob } from './use-cases/settle-failed-job.server'

let desk: Desk
const administrator = makeActor({ isAdministrator: true })
beforeAll(async () => {
  desk = await openDesk()
  // What the desk itself has set going is done.
  await desk.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`
})
afterAll(() => desk.close())

/** A job of an event that has failed so many times. */
async function failing(attempts: number): Promise<string> {
  const user = await makeUser(desk.db)
  const event = await desk.db.outboxEvent.create({
    data: { type: 'OfferChanged', subjectId: user.id, payload: {}, occurredAt: desk.wiring.clock.now() },
  })
  const [job] = await desk.db.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM graphile_worker.add_job('react',
      json_build_object('eventId', ${String(event.id)}::text, 'subscriber', 'index-offer'))`
  const id = job?.id ?? ''
  await desk.db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = ${attempts}::int,
      last_error = ${'Meilisearch: documentAdditionOrUpdate failed: no space\n    at done (x.ts:1)'}
    WHERE id = ${id}::bigint`
  return id
}

test('what failed three times is shown with its reason; what failed once is tried again in silence', async () => {
  const [often] = [await failing(3), await failing(1)]
  const { failed, queue, engine } = await engineRoom(desk.wiring, administrator)
  expect(failed).toMatchObject([
    {
      id: often,
      task: 'react',
      reaction: { subscriber: 'index-offer', event: 'OfferChanged' },
      attempts: 3,
      isGivenUp: false,
      error: 'Meilisearch: documentAdditionOrUpdate failed: no space',
    },
  ])
  expect(queue).toMatchObject({ failed: 1 })
  expect(engine).toMatchObject({ ok: true, name: 'postgres', degraded: false })
})

test('trying again starts from nought; giving up takes it away; either of them once', async () => {
  const [again, over] = [await failing(25), await failing(25)]
  const settle = (job: string, intent: 'again' | 'give-up') =>
    settleFailedJob(desk.wiring, administrator, { job, intent })
  expect(await settle(again, 'again')).toBe(true)
  expect(await settle(again, 'again')).toBe(false)
  expect(await settle(over, 'give-up')).toBe(true)
  expect(await settle(over, 'give-up')).toBe(false)
  const left = await desk.db.$queryRaw<{ id: string; attempts: number }[]>`
    SELECT id::text AS id, attempts::int AS attempts FROM graphile_worker._private_jobs
    WHERE id = ANY(${[again, over]}::bigint[])`
  expect(left).toEqual([{ id: again, attempts: 0 }])
})

test('a job that never failed is nobody’s to settle', async () => {
  const [job] = await desk.db.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM graphile_worker.add_job('react', '{}'::json)`
  expect(await settleFailedJob(desk.wiring, administrator, { job: job?.id ?? '', intent: 'give-up' })).toBe(
    false,
  )
})

test('it is not there for anybody else', async () => {
  const job = await failing(5)
  for (const actor of [desk.coordinator, (await desk.school()).actor]) {
    await expect(engineRoom(desk.wiring, actor)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(settleFailedJob(desk.wiring, actor, { job, intent: 'give-up' })).rejects.toMatchObject({
      kind: 'not-found',
    })
  }
  await expect(engineRoom(desk.wiring, ANONYMOUS)).rejects.toMatchObject({ kind: 'unauthenticated' })
})
