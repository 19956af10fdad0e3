import { expect, test } from 'vitest'
import { testDatabase } from '../../tests/setup/database'
import { seedAll } from './index'

test('the demo database holds the real register and the demo content, and seeding again changes nothing', async () => {
  const { db } = await testDatabase({ with: 'demo' })
  const counts = async () => ({
    branches: await db.schoolBranch.count(),
    postcodes: await db.postcodeArea.count(),
    regions: await db.region.count(),
    organisations: await db.organisation.count({ where: { isDemo: true, verification: 'verified' } }),
    offers: await db.offer.count({ where: { isDemo: true, state: 'published' } }),
    slots: await db.capacitySlot.count(),
    imports: await db.registerImport.count(),
  })
  const first = await counts()
  expect(first).toEqual({
    branches: 8622,
    postcodes: 4067,
    regions: 35,
    organisations: 140,
    offers: 300,
    slots: 500,
    imports: 1,
  })
  await seedAll(db, { demo: true, now: new Date() })
  expect(await counts()).toEqual(first)
})

test('there is somebody of each kind to sign in as', async () => {
  const { db } = await testDatabase({ with: 'demo' })
  const users = await db.user.findMany({
    where: { isDemo: true },
    include: {
      schoolMemberships: { include: { branch: true } },
      memberships: true,
      coordinatorRegions: true,
    },
    orderBy: { email: 'asc' },
  })
  expect(users.map((user) => user.email)).toEqual([
    'bedrijf@schakel.example',
    'beheer@schakel.example',
    'regio@schakel.example',
    'school@schakel.example',
  ])
  const [company, administrator, coordinator, teacher] = users
  expect(company?.memberships).toHaveLength(1)
  expect(administrator?.isAdministrator).toBe(true)
  expect(coordinator?.coordinatorRegions.length).toBeGreaterThan(4)
  expect(teacher?.schoolMemberships[0]?.branch.placeName).toBe('Almelo')
})

test('every topic and term has its English name', async () => {
  const { db } = await testDatabase({ with: 'geography' })
  expect(await db.topic.count({ where: { en: null } })).toBe(0)
  expect(await db.vocabularyTerm.count({ where: { en: null } })).toBe(0)
})

test('what an offer names exists: topics, subjects, profiles, networks and the goals of the statute', async () => {
  const { pool } = await testDatabase({ with: 'demo' })
  const { rows } = await pool.query(`
    SELECT o.external_ref, named FROM offer o, unnest(o.topic_ids) AS named
      WHERE named NOT IN (SELECT id FROM topic)
    UNION ALL SELECT o.external_ref, named FROM offer o, unnest(o.curriculum_goal_ids) AS named
      WHERE named NOT IN (SELECT id FROM curriculum_goal)
    UNION ALL SELECT o.external_ref, named FROM offer o, unnest(o.subject_ids || o.profile_ids || o.network_ids) AS named
      WHERE named NOT IN (SELECT id FROM vocabulary_term)`)
  expect(rows).toEqual([])
})
