import { beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/setup/database'
import { demoUserId } from '../steps/demo-accounts'
import { clearSeason } from './clear'
import { playSeason } from './index'

/** Everything that a season decides, in one text. */
const PICTURE = `SELECT md5(string_agg(line, '|' ORDER BY line)) AS picture FROM (
  SELECT id::text || state || coalesce(waiting_since::text, '') || coalesce(waiting_reason::text, '') AS line FROM support_request
  UNION ALL SELECT id::text || state || due_on FROM proposal
  UNION ALL SELECT id::text || state || coalesce(date::text, '') FROM booking
  UNION ALL SELECT id::text || slot_id || coalesce(released_at::text, '') FROM place_claim
  UNION ALL SELECT id::text || state || expires_on FROM hold
  UNION ALL SELECT id::text || state || input_hash FROM clearing_round) AS lines`

let one: TestDatabase
beforeAll(async () => {
  one = await testDatabase({ with: 'demo' })
  await playSeason(one.db, new Date(), 'small')
}, 240_000)

test('the same seed plays the same season, and what was broken off is played anew', {
  timeout: 240_000,
}, async () => {
  const { rows } = await one.pool.query(PICTURE)
  await clearSeason(one.db)
  expect(await one.db.supportRequest.count()).toBe(0)
  expect(await one.db.outboxEvent.count({ where: { type: { not: 'OrganisationCreated' } } })).toBe(0)
  await playSeason(one.db, new Date(), 'small')
  expect((await one.pool.query(PICTURE)).rows).toEqual(rows)

  const none = async (sql: string) => expect((await one.pool.query(sql)).rows, sql).toEqual([])
  // No offer over its capacity, and the count follows the claims.
  await none(`SELECT s.id FROM capacity_slot s WHERE s.taken > s.places
    OR s.taken <> (SELECT count(*) FROM place_claim c WHERE c.slot_id = s.id AND c.released_at IS NULL)`)
  await none(`SELECT h.group_id FROM hold h WHERE h.state = 'offered' GROUP BY 1 HAVING count(*) > 1`)
  await none(`SELECT id FROM support_request WHERE (waiting_since IS NULL) <> (waiting_reason IS NULL)
    OR (state = 'waiting' AND waiting_since IS NULL)`)
  await none(`SELECT id FROM support_request WHERE NOT is_demo UNION ALL SELECT id FROM booking WHERE NOT is_demo
    UNION ALL SELECT id FROM clearing_round WHERE NOT is_demo UNION ALL SELECT id FROM app_user WHERE NOT is_demo
    UNION ALL SELECT id FROM organisation WHERE NOT is_demo`)
  // Every demo account that is told something was told a handful, and some of it is unread.
  for (const name of ['school', 'bedrijf', 'regio']) {
    const userId = demoUserId(`${name}@schakel.example`)
    const told = await one.db.notification.count({ where: { userId } })
    expect.soft(told, name).toBeGreaterThan(0)
    expect.soft(told, name).toBeLessThanOrEqual(20)
  }
  // Nothing is left for the worker, and nothing happens after yesterday.
  await none('SELECT id FROM graphile_worker.jobs')
  await none(`SELECT id FROM outbox_event WHERE occurred_at > now()`)
})

test('every role of the demo finds something to do', { timeout: 120_000 }, async () => {
  const { db, pool } = one
  const stories = await db.supportRequest.findMany({
    where: { externalRef: { startsWith: 'story-' }, createdBy: { email: 'school@schakel.example' } },
    include: { groups: { include: { claims: { include: { hold: true, booking: true } } } } },
  })
  // Each ends as it is told, whatever the rest of the season did to the places.
  expect(Object.fromEntries(stories.map(({ externalRef, state }) => [externalRef, state]))).toEqual({
    'story-booked': 'booked',
    'story-date-open': 'booked',
    'story-done': 'done',
    'story-expired': 'expired',
    'story-hold': 'waiting',
    'story-open': 'open',
    'story-partly': 'waiting',
    'story-proposed': 'proposed',
    'story-waiting': 'waiting',
    'story-withdrawn': 'withdrawn',
  })
  const placed = (story: (typeof stories)[number]) =>
    story.groups.filter((group) => group.claims.some((claim) => claim.booking && !claim.releasedAt)).length
  expect(stories.some((story) => placed(story) > 0 && placed(story) < story.groups.length)).toBe(true)
  expect(
    stories.some(({ groups }) => groups.some((g) => g.claims.some((c) => c.hold?.state === 'offered'))),
  ).toBe(true)
  const inbox = await pool.query(
    `SELECT p.state::text, r.is_urgent FROM proposal p JOIN support_request r ON r.id = p.request_id
     JOIN offer o ON o.id = p.offer_id JOIN organisation g ON g.id = o.organisation_id
     WHERE g.name = 'Haverlijn Robotsystemen'`,
  )
  for (const state of ['sent', 'viewed', 'considering', 'accepted', 'declined'])
    expect(inbox.rows.map((row) => row.state)).toContain(state)
  expect(inbox.rows.some((row) => row.is_urgent)).toBe(true)
  expect(await db.organisation.count({ where: { verification: 'pending', isDemo: true } })).toBe(3)
  const createdById = demoUserId('regio@schakel.example')
  for (const state of ['closed', 'published', 'preview'] as const)
    expect(await db.clearingRound.count({ where: { createdById, state } }), state).toBeGreaterThan(0)
  for (const email of ['school@schakel.example', 'bedrijf@schakel.example'])
    expect(await readsConversations(email), email).toBeGreaterThan(0)
  expect(await db.abuseReport.count({ where: { state: 'open' } })).toBe(1)
})

/** Of how many the account is a side. */
async function readsConversations(email: string): Promise<number> {
  const { rows } = await one.pool.query(
    `SELECT count(*)::int AS n FROM conversation c JOIN app_user u ON u.email = $1
     WHERE EXISTS (SELECT FROM school_membership s WHERE s.user_id = u.id AND s.branch_id = c.branch_id)
       OR EXISTS (SELECT FROM organisation_membership o WHERE o.user_id = u.id AND o.organisation_id = c.organisation_id)`,
    [email],
  )
  return rows[0].n
}
