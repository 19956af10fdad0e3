/** The words that a form offers to choose from, in the reader's language. */
import type { Db } from '~/platform/db/client.server'

export type Choice = { readonly id: string; readonly label: string }
export type TopicBranch = Choice & { readonly children: readonly Choice[] }
export type GoalChoice = Choice & { readonly sector: string; readonly technical: boolean }

export type BasicWords = { readonly topics: readonly TopicBranch[]; readonly networks: readonly Choice[] }
export type OfferWords = BasicWords & {
  readonly subjects: readonly Choice[]
  readonly profiles: readonly Choice[]
  /** Technical ones first, then in the order of the statute. */
  readonly goals: readonly GoalChoice[]
  /** Regions of today, by name. */
  readonly regions: readonly Choice[]
  /** By name. */
  readonly municipalities: readonly Choice[]
}

type Reads = Pick<Db, 'topic' | 'vocabularyTerm' | 'curriculumGoal' | 'region' | 'municipality'>

/** Two statements. */
export async function basicWords(
  db: Pick<Reads, 'topic' | 'vocabularyTerm'>,
  locale: string,
): Promise<BasicWords> {
  const [topics, terms] = await Promise.all([readTopics(db, locale), readTerms(db, locale)])
  return { topics, networks: terms('network') }
}

/** Five statements. */
export async function offerWords(db: Reads, locale: string, now: Date): Promise<OfferWords> {
  const [topics, terms, goals, regions, municipalities] = await Promise.all([
    readTopics(db, locale),
    readTerms(db, locale),
    db.curriculumGoal.findMany({
      where: { OR: [{ validUntil: null }, { validUntil: { gte: now } }] },
      select: { id: true, sector: true, code: true, label: true, technical: true },
    }),
    db.region.findMany({
      where: { OR: [{ validUntil: null }, { validUntil: { gte: now } }] },
      select: { id: true, name: true },
    }),
    db.municipality.findMany({ select: { code: true, name: true } }),
  ])
  const byName = new Intl.Collator('nl').compare
  const number = (id: string) => Number(/\d+/.exec(id)?.[0] ?? 0)
  return {
    topics,
    networks: terms('network'),
    subjects: terms('subject'),
    profiles: terms('profile'),
    goals: goals
      .map(({ code, ...goal }) => ({ ...goal, label: `${number(code)} ${goal.label}` }))
      .sort((a, b) => Number(b.technical) - Number(a.technical) || number(a.id) - number(b.id)),
    regions: regions.map(({ id, name }) => ({ id, label: name })).sort((a, b) => byName(a.label, b.label)),
    municipalities: municipalities
      .map(({ code, name }) => ({ id: code, label: name }))
      .sort((a, b) => byName(a.label, b.label)),
  }
}

async function readTopics(db: Pick<Reads, 'topic'>, locale: string): Promise<readonly TopicBranch[]> {
  const topics = await db.topic.findMany({
    select: { id: true, parentId: true, nl: true, en: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const choice = ({ id, nl, en }: (typeof topics)[number]): Choice => ({
    id,
    label: locale === 'en' ? (en ?? nl) : nl,
  })
  return topics
    .filter(({ parentId }) => parentId === null)
    .map((parent) => ({
      ...choice(parent),
      children: topics.filter(({ parentId }) => parentId === parent.id).map(choice),
    }))
}

async function readTerms(db: Pick<Reads, 'vocabularyTerm'>, locale: string) {
  const terms = await db.vocabularyTerm.findMany({
    select: { vocabulary: true, id: true, nl: true, en: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return (wanted: 'subject' | 'profile' | 'network'): readonly Choice[] =>
    terms
      .filter(({ vocabulary }) => vocabulary === wanted)
      .map(({ id, nl, en }) => ({ id, label: locale === 'en' ? (en ?? nl) : nl }))
}
