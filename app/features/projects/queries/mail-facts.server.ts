/** What mails of a project say beside who takes part. */
import { isUuid } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { Meeting } from '../domain/meeting'

/** One statement. */
export async function meetingOf(db: Pick<Db, '$queryRaw'>, id: string): Promise<Meeting | null> {
  if (!isUuid(id)) return null
  const [row] = await db.$queryRaw<(Omit<Meeting, 'date'> & { readonly date: Date })[]>`
    SELECT id, title, date, start_time AS "startTime", duration_minutes AS "durationMinutes", place,
      online_url AS "onlineUrl", agenda, notes, sequence, cancelled_at IS NOT NULL AS "isCancelled"
    FROM project_meeting WHERE id = ${id}::uuid`
  return row ? { ...row, date: asDay(row.date) } : null
}

export type NewVersion = {
  readonly title: string
  readonly number: number
  readonly note: string | null
  /** Of the member that brought it. */
  readonly by: string | null
  readonly byMemberId: string | null
}

const NEWS_MAX = 50

/** Versions that came after `since`, up to `until`. One statement. */
export async function fileNews(
  db: Pick<Db, '$queryRaw'>,
  projectId: string,
  since: Date,
  until: Date,
): Promise<readonly NewVersion[]> {
  return db.$queryRaw<NewVersion[]>`
    SELECT f.title, v.number, v.note, coalesce(b.name, g.name) AS by, m.id AS "byMemberId"
    FROM project_file f JOIN project_file_version v ON v.file_id = f.id
    LEFT JOIN project_member m ON m.id = v.by_member_id LEFT JOIN school_branch b ON b.id = m.branch_id
    LEFT JOIN organisation g ON g.id = m.organisation_id
    WHERE f.project_id = ${projectId}::uuid AND v.created_at > ${since} AND v.created_at <= ${until}
      AND v.scan <> 'infected'
    ORDER BY v.created_at, v.id LIMIT ${NEWS_MAX}`
}
