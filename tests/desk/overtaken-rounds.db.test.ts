/** What happens while a round is being solved: no transaction is open then, and nothing is given that no longer stands. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RoundInput } from '~/features/clearing/domain/round-input'
import { changeRound } from '~/features/clearing/use-cases/change-round.server'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import type { RegionId } from '~/kernel/ids'
import { type Desk, openDesk } from './desk'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  await desk.db
    .$executeRaw`TRUNCATE clearing_round, hold, booking, place_claim, proposal, request_group, support_request,
    capacity_slot, offer, organisation, outbox_event CASCADE`
})

const preview = () => previewRound(desk.wiring, desk.coordinator, { regionIds: [desk.regionId as RegionId] })
const publish = (id: string) => publishRound(desk.wiring, desk.coordinator, id)

/** A request on the waiting list. */
async function waits() {
  const school = await desk.school()
  const id = await desk.post(school)
  await askWaitingList(desk.wiring, school.actor, { id, wait: true })
  return id
}

/** The wiring, where something happens each time that a round is being solved. */
function meanwhile(events: (() => Promise<unknown>)[]): Desk['wiring'] {
  return {
    ...desk.wiring,
    async solveRound(input) {
      await events.shift()?.()
      return desk.wiring.solveRound(input)
    },
  }
}

describe('a round', () => {
  test('sees what changes while it is solved, and gives nothing of what no longer stands', async () => {
    await desk.offer(2)
    for (let i = 0; i < 3; i++) await waits()
    const [mine, hers] = [await preview(), await preview()]
    // Hers is sent while mine is solved: no transaction of mine stands in its way.
    const overtaken = await publishRound(meanwhile([() => publish(hers)]), desk.coordinator, mine)
    expect(overtaken).toEqual({ published: false, served: 0 })
    expect((await desk.db.capacitySlot.findFirstOrThrow()).taken).toBe(2)
    expect(await desk.db.hold.count({ where: { roundId: hers } })).toBe(2)
    expect(await desk.db.hold.count()).toBe(2)
  })

  test('is tried again when something else changes while it is solved, and gives up when that goes on', async () => {
    const elsewhere = () => desk.offer(1, { levels: [{ level: 'po', years: [7] }] })
    await desk.offer(1)
    await waits()
    const id = await preview()
    const always = meanwhile(Array.from({ length: 9 }, () => elsewhere))
    await expect(publishRound(always, desk.coordinator, id)).rejects.toMatchObject({
      ...{ kind: 'conflict', code: 'round.keeps-changing' },
    })
    expect(await desk.db.hold.count()).toBe(0)
    expect(await publishRound(meanwhile([elsewhere]), desk.coordinator, id)).toEqual({
      ...{ published: true, holds: 1 },
    })
  })

  test('changed by two at once keeps what both chose', async () => {
    const [one, other] = [await desk.offer(1), await desk.offer(1)]
    const requestId = await waits()
    const id = await preview()
    const groupIds = (await desk.request(requestId)).groups.map((group) => group.id)
    const exclude = (needs: Desk['wiring'], offerId: string) =>
      changeRound(needs, desk.coordinator, {
        id,
        change: { kind: 'choice', move: 'exclude', groupIds, offerId },
      })
    await exclude(meanwhile([() => exclude(desk.wiring, one.id)]), other.id)
    const { input } = await desk.db.clearingRound.findUniqueOrThrow({ where: { id } })
    expect((input as unknown as RoundInput).choices.excluded.map(({ offerId }) => offerId).sort()).toEqual(
      [one.id, other.id].sort(),
    )
  })
})
