/** The clock looks who has to know or do something about a booking, and says so once. */
import {
  addDays,
  addWorkingDays,
  type CalendarDate,
  type Clock,
  calendarDateOf,
  type FreeDays,
} from '~/kernel/calendar'
import type { Outbox } from '~/kernel/events'
import type { Db, Transact } from '~/platform/db/client.server'
import { bookingReminderDue, type ReminderKind } from '../events'

export type RemindOfBookingsNeeds = {
  readonly db: Pick<Db, '$queryRaw'>
  readonly transact: Transact<{ readonly outbox: Outbox }>
  readonly clock: Clock
  readonly workingDays: () => Promise<FreeDays>
}

/** Days before the booking on which both sides are reminded. */
const WEEK_DAYS = 7
/** Working days before the last day to choose on which both sides are told that it is near. */
const CHOOSE_DAYS = 3
/** Days after the booking on which the school is asked how it went, for the first and the last time. */
const ASK_AFTER_DAYS = 1
const ASK_AGAIN_DAYS = 8
/** Bookings older than this are asked for no more. */
const ASK_UNTIL_DAYS = 30
/** Days after a lesson that the school found good on which it is asked whether there is more to do; later it is not. */
const FOLLOW_UP_DAYS = 21
const FOLLOW_UP_UNTIL_DAYS = 35
const GOOD = 4
const RUN_MAX = 2_000

type Due = { readonly id: string; readonly kind: ReminderKind; readonly day: CalendarDate }

/**
 * Appends one event per booking, kind and day, however often it runs. A booking made or moved to within a week of its
 * day gets no reminder of a week, only that of the day before; one that was moved is reminded for its new day. A school
 * that found a lesson good and asked for nothing since is asked once per request whether there is more to do.
 * @returns how many events.
 */
export async function remindOfBookings(needs: RemindOfBookingsNeeds): Promise<number> {
  const today = calendarDateOf(needs.clock.now())
  const chooseBy = addWorkingDays(today, CHOOSE_DAYS, await needs.workingDays())
  const due = await needs.db.$queryRaw<Due[]>`
    WITH due AS (
      SELECT k.id, w.kind, w.day FROM booking k CROSS JOIN LATERAL (VALUES
        ('day-before', k.date, k.date = ${addDays(today, 1)}::date),
        ('week-before', k.date, k.date = ${addDays(today, WEEK_DAYS)}::date),
        ('choose-date', k.agree_by,
          k.date IS NULL AND k.agree_by BETWEEN ${today}::date AND ${chooseBy}::date),
        ('how-was-it', k.date, k.date BETWEEN ${addDays(today, 1 - ASK_AGAIN_DAYS)}::date
          AND ${addDays(today, -ASK_AFTER_DAYS)}::date),
        ('how-was-it-again', k.date, k.date BETWEEN ${addDays(today, -ASK_UNTIL_DAYS)}::date
          AND ${addDays(today, -ASK_AGAIN_DAYS)}::date)
      ) AS w(kind, day, is_due)
      WHERE k.state = 'confirmed' AND w.is_due
      UNION ALL
      (SELECT DISTINCT ON (r.id) k.id, 'follow-up', k.date FROM booking k
      JOIN evaluation e ON e.booking_id = k.id AND e.party = 'school' AND e.rating >= ${GOOD}
      JOIN place_claim c ON c.id = k.claim_id JOIN request_group g ON g.id = c.group_id
      JOIN support_request r ON r.id = g.request_id
      WHERE k.state = 'done' AND k.date BETWEEN ${addDays(today, -FOLLOW_UP_UNTIL_DAYS)}::date
          AND ${addDays(today, -FOLLOW_UP_DAYS)}::date
        AND NOT EXISTS (SELECT FROM support_request x WHERE x.branch_id = r.branch_id AND x.created_at > k.closed_at)
      ORDER BY r.id, k.id)
    )
    SELECT id, kind, day::text AS day FROM due
    WHERE NOT EXISTS (SELECT 1 FROM outbox_event e WHERE e.type = 'BookingReminderDue' AND e.subject_id = due.id::text
      AND e.payload->>'kind' = due.kind AND e.payload->>'day' = due.day::text)
    ORDER BY day, id, kind LIMIT ${RUN_MAX}`
  for (const { id, kind, day } of due)
    await needs.transact(({ outbox }) => outbox.append(bookingReminderDue(id, kind, day)))
  return due.length
}
