/** The dry run: which sessions a series or a calendar file would make. Reads only. */
import type { Actor } from '~/authorisation/actor'
import { type PlannedSession, planSessions, SESSIONS_MAX, type SessionMoment } from '../domain/session-plan'
import { type CalendarNeeds, calendarPage } from './calendar-page.server'

export type SessionsPlan = {
  readonly sessions: readonly PlannedSession[]
  readonly places: number
  /** There were more than are made at once. */
  readonly isCut: boolean
}

type Needs = CalendarNeeds

type Wish = {
  readonly offerId: string
  readonly moments: readonly (SessionMoment & {
    readonly name: string | null
    readonly isCancelled?: boolean
  })[]
  readonly places: number
  readonly isCut: boolean
}

/** @throws AppError 404 for an offer that is not the actor's. */
export async function plannedSessions(
  needs: Needs,
  actor: Actor,
  { offerId, moments, places, isCut }: Wish,
): Promise<SessionsPlan> {
  const { closed, today, lastDay } = await calendarPage(needs, actor, offerId, null)
  const there = await needs.db.$queryRaw<{ key: string }[]>`
    SELECT trim(starts_on::text || ' ' || start_time) AS key FROM capacity_slot
    WHERE offer_id = ${offerId}::uuid AND starts_on = ends_on AND starts_on > ${today}::date`
  const sessions = planSessions(moments.slice(0, SESSIONS_MAX), {
    today,
    lastDay,
    there: new Set(there.map(({ key }) => key)),
    closed: { ...closed, publicHolidays: new Set(closed.publicHolidays) },
  })
  return { sessions, places, isCut: isCut || moments.length > SESSIONS_MAX }
}
