/** How the company answers, counted as search and ranking count it. One statement. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { type AnswerFacts, type AnswerStanding, answerStanding } from '../domain/answer-standing'

/** @throws AppError 404 for an organisation that is not the actor's. */
export async function ownAnswerStanding(
  db: Pick<Db, '$queryRaw'>,
  actor: Actor,
  organisationId: OrganisationId,
  now: Date,
): Promise<AnswerStanding> {
  allow(actor, 'offer.see-unpublished', { organisationId })
  const [row] = await db.$queryRaw<AnswerFacts[]>`
    SELECT count(*) FILTER (WHERE p.state NOT IN ('withdrawn', 'passed'))::int AS asked,
      count(*) FILTER (WHERE p.state IN ('accepted', 'declined'))::int AS answered,
      count(*) FILTER (WHERE p.state IN ('sent', 'viewed', 'considering') AND p.due_on >= ${now}::date)::int AS open,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM p.answered_at - p.sent_at) / 86400)
        FILTER (WHERE p.state IN ('accepted', 'declined')))::float8 AS "medianDays",
      EXISTS (SELECT FROM organisation_silence s
        WHERE s.organisation_id = ${organisationId}::uuid AND s.hidden_at IS NOT NULL) AS "isHidden"
    FROM proposal p JOIN offer o ON o.id = p.offer_id
    WHERE o.organisation_id = ${organisationId}::uuid AND NOT p.by_company
      AND p.sent_at > ${now}::timestamptz - interval '12 months'`
  return answerStanding(row ?? { asked: 0, answered: 0, open: 0, medianDays: null, isHidden: false })
}
