/** The columns of a table: what each is for, and the words that it may hold. For the page and for the template. */
import type { Clock } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { Db } from '~/platform/db/client.server'
import { fieldHelp } from '../domain/field-help'
import { fieldWord, LOAD_FIELDS, type LoadField, NEEDED_FIELDS } from '../domain/load-field'
import type { Term } from '../domain/load-words'
import { loadTerms } from './load-terms.server'

export type LoadColumn = {
  readonly field: LoadField
  readonly head: string
  /** `publish`: a draft may lack it, schools may not. */
  readonly needed: 'yes' | 'publish' | 'no'
  readonly help: string
  /** Empty: any text, or a number. */
  readonly words: readonly string[]
}

type Reads = Pick<Db, 'topic' | 'vocabularyTerm' | 'curriculumGoal' | 'region' | 'municipality'>
const FOR_SCHOOLS: readonly LoadField[] = [
  'summary',
  'description',
  'topics',
  'years',
  'durationMinutes',
  'sessionsPerYear',
]

/** In the order of the template, in the reader's language. Five statements. */
export async function loadColumns(
  { db, clock }: { readonly db: Reads; readonly clock: Clock },
  locale: 'nl' | 'en',
): Promise<readonly LoadColumn[]> {
  const terms = await loadTerms(db, clock.now())
  const labels = (list: readonly Term[]) => list.map((term) => term[locale])
  const words: Readonly<Partial<Record<LoadField, readonly string[]>>> = {
    kind: [m.loads_words_kind()],
    location: [m.loads_words_location()],
    years: [m.loads_words_years()],
    tracks: [m.loads_words_tracks()],
    weekdays: [m.loads_words_days()],
    languages: [m.loads_words_languages()],
    girlsFocus: [m.loads_words_yes_no()],
    topics: labels(terms.topics),
    subjects: labels(terms.subjects),
    profiles: labels(terms.profiles),
    networks: labels(terms.networks),
    regions: labels(terms.regions),
    municipalities: labels(terms.municipalities),
    goals: terms.goals.map((goal) => `${goal.id}: ${goal[locale]}`),
  }
  return LOAD_FIELDS.map((field) => ({
    field,
    head: fieldWord[field](),
    needed: (NEEDED_FIELDS as readonly string[]).includes(field)
      ? 'yes'
      : FOR_SCHOOLS.includes(field)
        ? 'publish'
        : 'no',
    help: fieldHelp[field](),
    words: words[field] ?? [],
  }))
}
