/** What is left of a season that was broken off goes before it is played anew. */
import type { Db } from '~/platform/db/client.server'

/** Removes the requests that a season posted, with all that hangs on them. What people made themselves stays. */
export async function clearSeason(db: Db): Promise<void> {
  const requests = `SELECT id FROM support_request WHERE is_demo AND external_ref IS NOT NULL`
  const groups = `SELECT id FROM request_group WHERE request_id IN (${requests})`
  const claims = `SELECT id FROM place_claim WHERE group_id IN (${groups})`
  const subjects = `SELECT id FROM support_request WHERE id IN (${requests})
    UNION ALL SELECT id FROM proposal WHERE request_id IN (${requests})
    UNION ALL SELECT id FROM booking WHERE claim_id IN (${claims})
    UNION ALL SELECT j.id FROM project j JOIN booking k ON k.id = j.booking_id WHERE k.claim_id IN (${claims})
    UNION ALL SELECT m.id FROM conversation_message m JOIN conversation c ON c.id = m.conversation_id
      WHERE c.request_id IN (${requests})
    UNION ALL SELECT a.id FROM abuse_report a JOIN conversation c ON c.id = a.conversation_id
      WHERE c.request_id IN (${requests})
    UNION ALL SELECT id FROM hold WHERE claim_id IN (${claims})
    UNION ALL SELECT id FROM clearing_round WHERE is_demo`
  // Offers of the projects: what was made, and what was asked for.
  const made = `SELECT id FROM offer WHERE is_demo AND external_ref LIKE 'project-%'`
  await db.$transaction(
    [
      `DELETE FROM outbox_event WHERE subject_id IN (SELECT id::text FROM (${subjects}) s)`,
      `DELETE FROM booking WHERE claim_id IN (${claims})`,
      `DELETE FROM hold WHERE claim_id IN (${claims})`,
      'DELETE FROM clearing_round WHERE is_demo',
      'DELETE FROM notification WHERE user_id IN (SELECT id FROM app_user WHERE is_demo)',
      `DELETE FROM clearing_assignment WHERE group_id IN (${groups})`,
      `DELETE FROM proposal WHERE request_id IN (${requests})`,
      `DELETE FROM place_claim WHERE group_id IN (${groups})`,
      `DELETE FROM request_group WHERE request_id IN (${requests})`,
      `DELETE FROM support_request WHERE id IN (${requests})`,
      `DELETE FROM capacity_slot WHERE offer_id IN (${made})`,
      `DELETE FROM offer WHERE id IN (${made})`,
    ].map((statement) => db.$executeRawUnsafe(statement)),
  )
}
