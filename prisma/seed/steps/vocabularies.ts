/** Topics, subjects, profiles, networks, top sectors, curriculum goals, holidays. */
import type { Db } from '~/platform/db/client.server'
import english from '../english.json'
import { readJson } from '../read-data'
import { insertRows } from './insert-rows'

type Term = {
  readonly id: string
  readonly nl: string
  readonly en?: string
  readonly for?: readonly string[]
}
type Taxonomy = {
  readonly topics: readonly (Term & { readonly children: readonly Term[] })[]
  readonly subjects: readonly Term[]
  readonly vmboProfiles: readonly Term[]
  readonly networks: readonly Term[]
  readonly topSectors: readonly Term[]
}
type Curriculum = {
  readonly kerndoelen: readonly {
    readonly code: string
    readonly sector: string
    readonly label: string
    readonly text: string
    readonly domain: string | null
    readonly tech: boolean
  }[]
}
type Holidays = {
  readonly school_holidays: readonly {
    readonly schoolyear: string
    readonly type: string
    readonly region: string
    readonly start: string
    readonly end: string
    readonly compulsory: boolean
  }[]
  readonly public_holidays: readonly { readonly name: string; readonly date: string }[]
}

const ENGLISH: Readonly<Record<string, string | undefined>> = english

export async function seedVocabularies(db: Db): Promise<void> {
  const taxonomy = readJson<Taxonomy>('taxonomy.json')
  const columns = { id: 'text', parent_id: 'text', nl: 'text', en: 'text', position: 'int' }
  const parents = taxonomy.topics.map((topic, position) => ({
    id: topic.id,
    parent_id: null,
    nl: topic.nl,
    en: topic.en ?? null,
    position,
  }))
  const children = taxonomy.topics.flatMap((topic) =>
    topic.children.map((child, position) => ({
      id: child.id,
      parent_id: topic.id,
      nl: child.nl,
      en: child.en ?? ENGLISH[child.id] ?? null,
      position,
    })),
  )
  await insertRows(db, 'topic', columns, ['id'], [...parents, ...children])
  await seedTerms(db, 'subject', taxonomy.subjects)
  await seedTerms(db, 'profile', taxonomy.vmboProfiles)
  await seedTerms(db, 'network', taxonomy.networks)
  await seedTerms(db, 'top_sector', taxonomy.topSectors)
  await insertRows(
    db,
    'curriculum_goal',
    {
      id: 'text',
      sector: 'text',
      code: 'text',
      label: 'text',
      text: 'text',
      domain: 'text',
      technical: 'boolean',
      valid_from: 'date',
    },
    ['id'],
    readJson<Curriculum>('curriculum.json').kerndoelen.map((goal) => ({
      ...goal,
      ...namesOfGoal(goal.code),
      technical: goal.tech,
      valid_from: '2006-08-01',
    })),
  )
}

async function seedTerms(db: Db, vocabulary: string, terms: readonly Term[]): Promise<void> {
  await insertRows(
    db,
    'vocabulary_term',
    { vocabulary: 'vocabulary', id: 'text', nl: 'text', en: 'text', levels: 'text[]', position: 'int' },
    ['vocabulary', 'id'],
    terms.map((term, position) => ({
      vocabulary,
      id: term.id,
      nl: term.nl,
      en: term.en ?? ENGLISH[`${vocabulary}:${term.id}`] ?? null,
      levels: term.for ?? [],
      position,
    })),
  )
}

export async function seedHolidays(db: Db): Promise<void> {
  const holidays = readJson<Holidays>('holidays.json')
  await insertRows(
    db,
    'school_holiday',
    {
      school_year: 'text',
      type: 'text',
      region: 'holiday_region',
      starts_on: 'date',
      ends_on: 'date',
      compulsory: 'boolean',
    },
    ['school_year', 'type', 'region'],
    holidays.school_holidays.map((holiday) => ({
      school_year: holiday.schoolyear,
      type: holiday.type,
      region: holiday.region,
      starts_on: holiday.start,
      ends_on: holiday.end,
      compulsory: holiday.compulsory,
    })),
  )
  await insertRows(db, 'public_holiday', { date: 'date', name: 'text' }, ['date'], holidays.public_holidays)
}

/** "PO Kerndoel 42" is `po-42` in the content; the goals of `vo` are those of its lower years. */
function namesOfGoal(code: string): { readonly id: string; readonly sector: string } {
  const [sector = '', , number = ''] = code.toLowerCase().split(' ')
  return { id: `${sector}-${number}`, sector }
}
