import { randomUUID } from 'node:crypto'
import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { makeOrganisation } from './organisation'
import { nextNumber } from './sequence'

/** @returns a published guest lesson about robots for vmbo 3 and 4 at school, of a company of its own unless told. */
export async function makeOffer(db: Db, facts: Partial<Prisma.OfferUncheckedCreateInput> = {}) {
  const number = nextNumber()
  const organisation = facts.organisationId
    ? await db.organisation.findUniqueOrThrow({ where: { id: facts.organisationId } })
    : await makeOrganisation(db)
  const id = facts.id ?? randomUUID()
  return db.offer.create({
    data: {
      id,
      organisationId: organisation.id,
      kind: 'guest_lesson',
      state: 'published',
      title: `Gastles robots ${number}`,
      slug: `gastles-robots-${number}-${id.slice(0, 8)}`,
      summary: 'Een monteur vertelt en leerlingen bedienen een robotarm.',
      description: 'De leerlingen programmeren in groepjes een kleine robotarm.',
      topicIds: ['robotica'],
      levels: [{ level: 'vmbo', years: [3, 4] }],
      subjectIds: [],
      curriculumGoalIds: [],
      profileIds: [],
      networkIds: [],
      location: 'at_school',
      travelRadiusKm: 40,
      serviceRegionIds: [],
      placeName: organisation.placeName,
      municipalityCode: organisation.municipalityCode,
      lat: organisation.lat,
      lng: organisation.lng,
      groupSizeMax: 30,
      durationMinutes: 90,
      languages: ['nl'],
      sessionsPerYear: 10,
      weekdays: [],
      publishedAt: facts.state === 'draft' ? null : new Date('2026-09-01T08:00:00Z'),
      ...facts,
    },
  })
}
