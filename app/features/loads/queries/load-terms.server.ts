/** The words that a table may hold, in both languages. */
import type { Db } from '~/platform/db/client.server'
import type { Terms } from '../domain/load-words'

type Reads = Pick<Db, 'topic' | 'vocabularyTerm' | 'curriculumGoal' | 'region' | 'municipality'>

/** @param now goals and regions of today. Five statements. */
export async function loadTerms(db: Reads, now: Date): Promise<Terms> {
  const today = { OR: [{ validUntil: null }, { validUntil: { gte: now } }] }
  // One after another: inside a transaction there is one connection.
  const topics = await db.topic.findMany({
    select: { id: true, nl: true, en: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const terms = await db.vocabularyTerm.findMany({
    select: { vocabulary: true, id: true, nl: true, en: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const goals = await db.curriculumGoal.findMany({
    where: today,
    select: { id: true, label: true },
    orderBy: { id: 'asc' },
  })
  const regions = await db.region.findMany({
    where: today,
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  const municipalities = await db.municipality.findMany({
    select: { code: true, name: true },
    orderBy: { name: 'asc' },
  })
  const both = ({ id, nl, en }: { id: string; nl: string; en: string | null }) => ({ id, nl, en: en ?? nl })
  const of = (vocabulary: string) => terms.filter((term) => term.vocabulary === vocabulary).map(both)
  return {
    topics: topics.map(both),
    subjects: of('subject'),
    goals: goals.map(({ id, label }) => ({ id, nl: label, en: label })),
    profiles: of('profile'),
    networks: of('network'),
    regions: regions.map(({ id, name }) => ({ id, nl: name, en: name })),
    municipalities: municipalities.map(({ code, name }) => ({ id: code, nl: name, en: name })),
  }
}
