/** Meetings as entries of a calendar. */
import { addDays, type Clock, calendarDateOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { Db } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { CalendarEntry } from '../../bookings/domain/calendar-file'
import type { Meeting } from '../domain/meeting'

/** @returns the entry in the present language. @param pageOf whole address of the project's page. */
export function meetingEntry(
  meeting: Meeting,
  project: { readonly id: string; readonly title: string },
  pageOf: (id: string) => string,
): CalendarEntry {
  const text = [m.projects_calendar_text({ project: project.title }), meeting.agenda, meeting.onlineUrl ?? '']
  return {
    ...{ bookingId: meeting.id, uid: `meeting-${meeting.id}`, sequence: meeting.sequence },
    isCancelled: meeting.isCancelled,
    ...{ date: meeting.date, startTime: meeting.startTime, durationMinutes: meeting.durationMinutes },
    summary: meeting.title,
    description: text.filter((part) => part !== '').join('\n\n'),
    location: meeting.place ?? meeting.onlineUrl ?? '',
    url: pageOf(project.id),
  }
}

const BACK_DAYS = 60
const FEED_MAX = 200

type Row = Omit<Meeting, 'date'> & {
  readonly date: Date
  readonly projectId: string
  readonly projectTitle: string
}

/**
 * Of the projects in which the schools and companies of whoever's calendar it is take part. One statement.
 * @param tokenHash of the secret in its address; nothing for one that is unknown.
 */
export async function meetingsOfFeed(
  {
    db,
    clock,
    pageOf,
  }: {
    readonly db: Pick<Db, '$queryRaw'>
    readonly clock: Clock
    readonly pageOf: (id: string) => string
  },
  tokenHash: string,
): Promise<readonly CalendarEntry[]> {
  const from = asDate(addDays(calendarDateOf(clock.now()), -BACK_DAYS))
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id, t.title, t.date, t.start_time AS "startTime", t.duration_minutes AS "durationMinutes", t.place,
      t.online_url AS "onlineUrl", t.agenda, t.notes, t.sequence, t.cancelled_at IS NOT NULL AS "isCancelled",
      j.id AS "projectId", j.title AS "projectTitle"
    FROM calendar_feed c JOIN project j ON EXISTS (SELECT 1 FROM project_member m
      WHERE m.project_id = j.id AND m.state = 'joined'
        AND (m.branch_id IN (SELECT branch_id FROM school_membership WHERE user_id = c.user_id)
          OR m.organisation_id IN (SELECT organisation_id FROM organisation_membership WHERE user_id = c.user_id)))
    JOIN project_meeting t ON t.project_id = j.id AND t.date >= ${from}
    WHERE c.token_hash = ${tokenHash} ORDER BY t.date, t.start_time, t.id LIMIT ${FEED_MAX}`
  return rows.map(({ projectId, projectTitle, date, ...meeting }) =>
    meetingEntry({ ...meeting, date: asDay(date) }, { id: projectId, title: projectTitle }, pageOf),
  )
}
