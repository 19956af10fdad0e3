/** What asks for the people of some companies now. One statement, at most twenty rows of each kind. */
import type { SignedInActor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { addDays, type CalendarDate, lastBookableDay } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import type { Need } from '../domain/needs'
import { EVALUATED_DAYS, needOf, notEvaluatedBy, OF_A_KIND } from './school-needs.server'

/** A load that is older is history; a draft that is older rests. */
const LOADED_DAYS = 14
const DRAFT_DAYS = 90
/** So many free places and an offer is nearly full. */
const NEARLY_FULL = 1
/** Drafts are told by the page of the company as well. */
const DRAFTS = 3

/** Unordered. None for who may answer for no company: a viewer reads elsewhere. */
export async function companyNeeds(
  db: Pick<Db, '$queryRaw'>,
  actor: SignedInActor,
  today: CalendarDate,
): Promise<readonly Need[]> {
  const ids = [...actor.organisations.keys()].filter((organisationId) =>
    may(actor, 'proposal.answer', { organisationId }),
  )
  if (ids.length === 0) return []
  const rows = await db.$queryRaw<Parameters<ReturnType<typeof needOf>>[0][]>`
    WITH own AS (
      SELECT o.*, n.name FROM offer o JOIN organisation n ON n.id = o.organisation_id
      WHERE o.organisation_id = ANY(${ids}::uuid[]) AND o.state <> 'archived'
    ), promised AS (
      SELECT k.*, o.title, b.name FROM booking k JOIN place_claim c ON c.id = k.claim_id
      JOIN request_group g ON g.id = c.group_id JOIN support_request r ON r.id = g.request_id
      JOIN school_branch b ON b.id = r.branch_id
      JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
      WHERE o.organisation_id = ANY(${ids}::uuid[]) AND k.state IN ('confirmed', 'done')
    )
    (SELECT 'question' AS kind, p.id::text, r.title, b.place_name AS partner, p.due_on AS "dueOn",
        p.sent_at::date AS since, p.groups_asked AS count
      FROM proposal p JOIN own o ON o.id = p.offer_id JOIN support_request r ON r.id = p.request_id
      JOIN school_branch b ON b.id = r.branch_id
      WHERE NOT p.by_company AND p.state IN ('sent', 'viewed', 'considering') AND p.due_on >= ${today}::date
        AND (p.addressed_to_id IS NULL OR p.addressed_to_id = ${actor.userId}::uuid)
      ORDER BY p.due_on, p.sent_at, p.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'agree-day', k.id::text, k.title, k.name, k.agree_by, k.created_at::date, 1
      FROM promised k WHERE k.state = 'confirmed' AND k.date IS NULL
        AND NOT EXISTS (SELECT 1 FROM unnest(k.date_options) day WHERE day >= ${today}::date)
      ORDER BY k.agree_by, k.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'evaluate', k.id::text, k.title, k.name, k.date + ${EVALUATED_DAYS}::int, k.date, 1
      FROM promised k WHERE k.date < ${today}::date AND k.date >= ${addDays(today, -EVALUATED_DAYS)}::date
        AND ${notEvaluatedBy('company')}
      ORDER BY k.date, k.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'hidden', n.id::text, n.name, '', NULL::date, s.hidden_at::date, 1
      FROM organisation n JOIN organisation_silence s ON s.organisation_id = n.id
      WHERE n.id = ANY(${ids}::uuid[]) AND s.hidden_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM own o WHERE o.organisation_id = n.id AND o.paused_for_silence)
      LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'refused', n.id::text, n.name, '', NULL::date, coalesce(n.decided_at, n.asked_at)::date, 1
      FROM organisation n WHERE n.id = ANY(${ids}::uuid[]) AND n.verification = 'refused' LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'load', l.id::text, l.file_name, n.name, NULL::date, l.created_at::date, l.wrong_count
      FROM offer_load l JOIN organisation n ON n.id = l.organisation_id
      WHERE l.organisation_id = ANY(${ids}::uuid[]) AND l.created_at >= ${addDays(today, -LOADED_DAYS)}::date
        AND (l.state IN ('mapping', 'checked') OR (l.state = 'done' AND l.wrong_count > 0))
      ORDER BY l.created_at DESC, l.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'feed', f.organisation_id::text, f.url, n.name, NULL::date,
        coalesce(f.last_tried_at, f.created_at)::date, f.failures
      FROM offer_feed f JOIN organisation n ON n.id = f.organisation_id
      WHERE f.organisation_id = ANY(${ids}::uuid[]) AND (f.failures > 0 OR f.state = 'waiting')
        AND f.state <> 'stopped'
      ORDER BY f.created_at, f.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'stale', o.organisation_id::text, o.title, o.name,
        CASE WHEN o.state = 'published'
          THEN greatest(coalesce(o.last_confirmed_at, o.published_at)::date + 365, o.asked_right_on + 21) END,
        coalesce(o.stale_on, o.asked_right_on), 1
      FROM own o WHERE (o.state = 'published' AND o.asked_right_on IS NOT NULL)
        OR (o.state = 'paused' AND o.stale_on IS NOT NULL)
      ORDER BY coalesce(o.stale_on, o.asked_right_on), o.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'full', o.id::text, o.title, o.name, NULL::date, ${today}::date, f.open
      FROM own o JOIN (
        SELECT offer_id, sum(open)::int AS open
        FROM open_slots(${today}::date, ${lastBookableDay(today)}::date,
          ARRAY(SELECT id FROM own WHERE state = 'published' AND sessions_per_year IS NOT NULL)) GROUP BY offer_id
      ) f ON f.offer_id = o.id
      WHERE f.open <= ${NEARLY_FULL} ORDER BY f.open, o.id LIMIT ${OF_A_KIND})
    UNION ALL (SELECT 'draft-offer', o.id::text, o.title, o.name, NULL::date, o.updated_at::date, 1
      FROM own o WHERE o.state = 'draft' AND o.updated_at >= ${addDays(today, -DRAFT_DAYS)}::date
      ORDER BY o.updated_at DESC, o.id LIMIT ${DRAFTS})`
  return rows.map(needOf('company'))
}
