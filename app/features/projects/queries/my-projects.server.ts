/** The projects of the reader's schools and companies; for a coordinator those of the regions. One statement. */
import type { SignedInActor } from '~/authorisation/actor'
import type { CalendarDate } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { asDate, asDay } from '~/platform/db/dates.server'
import type { ProjectState } from '../domain/project-states'

export type ProjectRow = {
  readonly id: string
  readonly title: string
  readonly state: ProjectState
  /** Of who takes part, schools first. */
  readonly members: readonly string[]
  /** How the reader stands to it; `region`: a coordinator. */
  readonly side: 'joined' | 'invited' | 'region'
  readonly startsOn: CalendarDate | null
  readonly endsOn: CalendarDate | null
  readonly nextMeeting: CalendarDate | null
  readonly isDemo: boolean
}

export type MyProjects = {
  /** What waits for an answer first, then what goes on, then what is over; at most 100. */
  readonly rows: readonly ProjectRow[]
  readonly hasSchool: boolean
  readonly hasOrganisation: boolean
}

const ROWS_MAX = 100

type Row = Omit<ProjectRow, 'startsOn' | 'endsOn' | 'nextMeeting'> & {
  readonly startsOn: Date | null
  readonly endsOn: Date | null
  readonly nextMeeting: Date | null
}

export async function myProjects(
  db: Pick<Db, '$queryRaw'>,
  actor: SignedInActor,
  today: CalendarDate,
): Promise<MyProjects> {
  const [branches, organisations, regions] = [actor.schools, actor.organisations, actor.regions].map(
    (own) => [...own.keys()] as string[],
  )
  const rows = await db.$queryRaw<Row[]>`
    WITH own AS (
      SELECT project_id AS id, min(CASE state WHEN 'joined' THEN 1 ELSE 2 END) AS side FROM project_member
      WHERE state IN ('joined', 'invited')
        AND (branch_id = ANY(${branches}::text[]) OR organisation_id = ANY(${organisations}::uuid[])) GROUP BY 1
      UNION ALL
      SELECT DISTINCT m.project_id, 3 FROM project_member m JOIN school_branch b ON b.id = m.branch_id
      JOIN region_municipality r ON r.municipality_code = b.municipality_code AND r.valid_from <= now()
        AND (r.valid_until IS NULL OR r.valid_until > now())
      WHERE m.state = 'joined' AND r.region_id = ANY(${regions}::text[])
    ), mine AS (SELECT id, min(side) AS side FROM own GROUP BY id)
    SELECT j.id, j.title, j.state::text, j.starts_on AS "startsOn", j.ends_on AS "endsOn", j.is_demo AS "isDemo",
      (ARRAY['joined', 'invited', 'region'])[mine.side] AS side,
      (SELECT coalesce(json_agg(coalesce(b.name, g.name) ORDER BY m.branch_id IS NULL, m.asked_at, m.id), '[]')
        FROM project_member m LEFT JOIN school_branch b ON b.id = m.branch_id
        LEFT JOIN organisation g ON g.id = m.organisation_id
        WHERE m.project_id = j.id AND m.state = 'joined') AS members,
      (SELECT min(t.date) FROM project_meeting t WHERE t.project_id = j.id AND t.cancelled_at IS NULL
        AND t.date >= ${asDate(today)}) AS "nextMeeting"
    FROM mine JOIN project j USING (id)
    ORDER BY mine.side <> 2, j.state IN ('published', 'stopped'), j.created_at DESC, j.id LIMIT ${ROWS_MAX}`
  return {
    rows: rows.map((row) => ({
      ...row,
      startsOn: row.startsOn && asDay(row.startsOn),
      endsOn: row.endsOn && asDay(row.endsOn),
      nextMeeting: row.side === 'region' ? null : row.nextMeeting && asDay(row.nextMeeting),
    })),
    hasSchool: actor.schools.size > 0,
    hasOrganisation: actor.organisations.size > 0,
  }
}
