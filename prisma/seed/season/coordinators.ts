/** What coordinators and the clock do: rounds, and places that came free for the next in line. */

import type { SignedInActor } from '~/authorisation/actor'
import { lapseBookings } from '~/features/bookings/use-cases/lapse-bookings.server'
import type { HoldId } from '~/features/clearing/domain/hold'
import { expireHolds } from '~/features/clearing/use-cases/expire-holds.server'
import { giveFreedPlace } from '~/features/clearing/use-cases/give-freed-place.server'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { expireProposals } from '~/features/proposals/use-cases/expire-proposals.server'
import { askStillWanted } from '~/features/requests/use-cases/ask-still-wanted.server'
import { expireRequests } from '~/features/requests/use-cases/expire-requests.server'
import { addDays, type CalendarDate } from '~/kernel/calendar'
import type { RegionId } from '~/kernel/ids'
import { chanceOf } from './chance'
import { PARAMETERS } from './parameters'
import { type Play, storyOf, tried } from './play'

const { school, rounds } = PARAMETERS

/** Nobody answers after midnight: what is due is closed. On most days nothing is, and one look says so. */
export async function closeWhatIsDue(play: Play, day: CalendarDate): Promise<void> {
  const [due] = await play.db.$queryRaw<
    { proposals: boolean; holds: boolean; requests: boolean; bookings: boolean }[]
  >`
    SELECT
      EXISTS (SELECT FROM proposal WHERE state IN ('sent', 'viewed', 'considering') AND due_on < ${day}::date)
        AS proposals,
      EXISTS (SELECT FROM clearing_round WHERE state = 'published')
        OR EXISTS (SELECT FROM hold WHERE state = 'offered' AND expires_on < ${day}::date) AS holds,
      EXISTS (SELECT FROM support_request WHERE state IN ('open', 'proposed') AND waiting_since IS NULL) AS requests,
      EXISTS (SELECT FROM booking WHERE state = 'confirmed' AND agree_by < ${day}::date) AS bookings`
  const at = new Date(`${day}T04:00:00Z`)
  if (due?.proposals) await expireProposals(play.deskAt(at, `due-proposals:${day}`))
  if (due?.holds) await expireHolds(play.deskAt(at, `due-holds:${day}`))
  if (due?.bookings) await lapseBookings(play.deskAt(at, `due-bookings:${day}`))
  if (due?.requests) await expireRequests(play.deskAt(at, `due-requests:${day}`))
}

/**
 * Every landsdeel once, and the region of the demo school just before the end; the other regions of its coordinator lie
 * before her as a preview.
 */
export async function runRounds(play: Play, day: CalendarDate): Promise<void> {
  const { world } = play
  if (day === addDays(world.lastDay, -rounds.everywhere)) {
    for (const { coordinator, regionIds, id } of world.landsdelen)
      await runRound(play, day, id, coordinator, regionIds)
  }
  const own = world.landsdelen.find((part) =>
    world.demoRegions.some((region) => part.regionIds.includes(region)),
  )
  if (!own) return
  const isOfDemoSchool = (region: RegionId) => world.demoRegions.includes(region)
  if (day === addDays(world.lastDay, -rounds.demoRegion))
    await runRound(play, day, 'demo', own.coordinator, own.regionIds.filter(isOfDemoSchool))
  if (day === addDays(world.lastDay, -rounds.preview)) {
    const regionIds = own.regionIds.filter((region) => !isOfDemoSchool(region))
    await lookAhead(play, day, own.coordinator, regionIds)
  }
}

async function runRound(
  play: Play,
  day: CalendarDate,
  name: string,
  coordinator: SignedInActor,
  regionIds: readonly RegionId[],
): Promise<void> {
  const desk = play.deskAt(new Date(`${day}T15:00:00Z`), `round:${name}:${day}`)
  await tried(play, async () => {
    const id = await previewRound(desk, coordinator, { regionIds, isDemo: true })
    const published = await publishRound(desk, coordinator, id)
    if (!published.published) throw new Error(`the round of ${name} changed while nobody did anything`)
  })
}

async function lookAhead(
  play: Play,
  day: CalendarDate,
  coordinator: SignedInActor,
  regionIds: readonly RegionId[],
): Promise<void> {
  const desk = play.deskAt(new Date(`${day}T15:30:00Z`), `preview:${day}`)
  await tried(play, () => previewRound(desk, coordinator, { regionIds, isDemo: true }))
}

type Freed = { readonly id: bigint; readonly followsId: string | null; readonly offerId: string }

/** What the program does when a place comes free; in the order of what freed it. */
export async function handOnFreedPlaces(play: Play, day: CalendarDate, after: bigint): Promise<bigint> {
  const freed = await play.db.$queryRaw<Freed[]>`
    SELECT e.id, CASE WHEN e.type = 'HoldUnused' THEN e.subject_id END AS "followsId",
      coalesce(e.payload->>'offerId', h.offer_id::text) AS "offerId"
    FROM outbox_event e LEFT JOIN hold h ON e.type = 'HoldUnused' AND h.id = e.subject_id::uuid
    WHERE e.id > ${after} AND e.type IN ('HoldUnused', 'BookingCancelled')
    ORDER BY e.occurred_at, e.subject_id`
  let last = after
  for (const [i, { id, followsId, offerId }] of freed.entries()) {
    if (id > last) last = id
    const desk = play.deskAt(
      new Date(`${day}T16:00:${String(i % 60).padStart(2, '0')}Z`),
      `freed:${day}:${i}`,
    )
    await tried(play, () => giveFreedPlace(desk, { offerId, followsId: followsId as HoldId | null }))
  }
  return last
}

/** On a school day who waits is asked whether it still does; most say yes within two weeks. */
export async function askWhoWaits(play: Play, day: CalendarDate): Promise<void> {
  const { asked } = await askStillWanted(play.deskAt(new Date(`${day}T18:00:00Z`), `still-wanted:${day}`))
  if (asked === 0) return
  const today = await play.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM support_request WHERE still_asked_on = ${day}::date ORDER BY id`
  for (const { id } of today) {
    const chance = chanceOf('still-wanted', id, day)
    if (chance.is(school.renewsShare))
      play.agenda.after(day, chance.between(1, 9), { kind: 'keep', requestId: id })
  }
}

/** Schools answer the holds that were given today. */
export async function planHoldAnswers(play: Play, day: CalendarDate): Promise<void> {
  const given = await play.db.$queryRaw<{ id: string; requestId: string }[]>`
    SELECT h.id, g.request_id AS "requestId" FROM hold h JOIN request_group g ON g.id = h.group_id
    WHERE h.state = 'offered' AND h.created_at >= ${new Date(`${day}T00:00:00Z`)} ORDER BY h.id`
  for (const { id, requestId } of given) {
    const posted = play.posted.get(requestId)
    if (!posted || storyOf(posted.wish)) continue
    const chance = chanceOf('hold', id)
    const answer = chance.weighted([school.holdYes, school.holdNo, 1 - school.holdYes - school.holdNo])
    if (answer < 2)
      play.agenda.after(day, chance.between(1, 4), { kind: 'hold', holdId: id, yes: answer === 0 })
  }
}
