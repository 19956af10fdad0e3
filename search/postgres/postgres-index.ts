/** Writing the PostgreSQL index inside a transaction of the caller's: one document, or all of them beside the old ones. */
import type pg from 'pg'
import { monthOf } from '~/kernel/calendar'
import type { OfferDocument } from '../document'
import { indexText, vocabularyOf } from '../index-text'
import { levelKeysOf } from '../level-keys'
import { qualityOf } from '../quality'
import { servedIn } from '../served-in'

const INDEX = 'offers'

/** @returns the generation that answers. */
export async function currentGeneration(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ current: number }>(
    'SELECT current FROM search_generation WHERE index = $1',
    [INDEX],
  )
  return rows[0]?.current ?? 1
}

/** Makes a generation answer and drops those before it. */
export async function switchTo(client: pg.ClientBase, generation: number, documents: number): Promise<void> {
  await client.query('UPDATE search_generation SET current = $2, documents = $3 WHERE index = $1', [
    INDEX,
    generation,
    documents,
  ])
  await client.query('DELETE FROM search_document WHERE generation < $1', [generation])
  await client.query('DELETE FROM search_word WHERE generation < $1', [generation])
}

export async function removeDocuments(
  client: pg.ClientBase,
  generation: number,
  ids: readonly string[],
): Promise<void> {
  const { rowCount } = await client.query(
    'DELETE FROM search_document WHERE generation = $1 AND id = ANY($2::uuid[])',
    [generation, ids],
  )
  await countDocuments(client, generation, -(rowCount ?? 0))
}

const COLUMNS = {
  id: 'uuid',
  document: 'jsonb',
  revision: 'int',
  title_text: 'text',
  topic_text: 'text',
  summary_text: 'text',
  body_text: 'text',
  kind: 'text',
  location: 'text',
  topic_ids: 'text[]',
  level_keys: 'text[]',
  subject_ids: 'text[]',
  curriculum_ids: 'text[]',
  network_ids: 'text[]',
  region_ids: 'text[]',
  languages: 'text[]',
  organisation_id: 'uuid',
  organisation_slug: 'text',
  municipality_code: 'text',
  served_in: 'text[]',
  lat: 'float8',
  lng: 'float8',
  travel_radius_km: 'int',
  cost_cents: 'int',
  girls_focus: 'boolean',
  open_places: 'int',
  open_months: 'text[]',
  open_from: 'text[]',
  published_at: 'timestamptz',
  quality: 'real',
} as const
type Row = Record<keyof typeof COLUMNS, unknown>

const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
const isList = (name: keyof typeof COLUMNS) => COLUMNS[name].endsWith('[]')
/** A list that is `null` in the document stays so: no limit is not the same as no month. */
const listOf = (name: keyof typeof COLUMNS) =>
  `CASE WHEN jsonb_typeof(r.${name}) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(r.${name})) END`
const WRITE = `INSERT INTO search_document (generation, ${NAMES.join(', ')})
  SELECT $1, ${NAMES.map((name) => (isList(name) ? listOf(name) : name)).join(', ')}
  FROM jsonb_to_recordset($2::jsonb) AS r(${NAMES.map((name) => `${name} ${isList(name) ? 'jsonb' : COLUMNS[name]}`).join(', ')})
  ON CONFLICT (generation, id) DO UPDATE SET ${NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}
  WHERE excluded.revision >= search_document.revision
  RETURNING id, (xmax = 0) AS added`

/**
 * Three statements for any number of documents, each id at most once. An older revision never overwrites a newer one.
 * @returns the ids that were written.
 */
export async function writeDocuments(
  client: pg.ClientBase,
  generation: number,
  documents: readonly OfferDocument[],
): Promise<ReadonlySet<string>> {
  if (documents.length === 0) return new Set()
  const { rows } = await client.query<{ id: string; added: boolean }>(WRITE, [
    generation,
    JSON.stringify(documents.map(rowOf)),
  ])
  await countDocuments(client, generation, rows.filter(({ added }) => added).length)
  await rememberWords(client, generation, documents)
  return new Set(rows.map(({ id }) => id))
}

function rowOf(document: OfferDocument): Row {
  const text = indexText(document)
  return {
    id: document.id,
    document,
    revision: document.revision,
    title_text: text.titleText,
    topic_text: text.topicText,
    summary_text: text.summaryText,
    body_text: text.bodyText,
    kind: document.kind,
    location: document.location,
    topic_ids: document.topicIds,
    level_keys: levelKeysOf(document.levels),
    subject_ids: document.subjectIds,
    curriculum_ids: document.curriculumGoalIds,
    network_ids: document.networkIds,
    region_ids: document.regionIds,
    languages: document.languages,
    organisation_id: document.organisationId,
    organisation_slug: document.organisationSlug,
    municipality_code: document.municipalityCode,
    served_in: servedIn(document),
    lat: document.point?.lat ?? null,
    lng: document.point?.lng ?? null,
    travel_radius_km: document.travelRadiusKm,
    cost_cents: document.costCents,
    girls_focus: document.girlsFocus,
    open_places: document.openPlaces,
    open_months: document.openFrom?.map(monthOf) ?? null,
    open_from: document.openFrom,
    published_at: document.publishedAt,
    quality: qualityOf(document.signals),
  }
}

/** Of a generation that does not answer yet, the switch says how many it has. */
async function countDocuments(client: pg.ClientBase, generation: number, more: number): Promise<void> {
  if (more === 0) return
  await client.query(
    'UPDATE search_generation SET documents = documents + $3 WHERE index = $1 AND current = $2',
    [INDEX, generation, more],
  )
}

/** `documents` only says which of two likely words is the more common; words of offers that are gone stay until a rebuild. */
async function rememberWords(
  client: pg.ClientBase,
  generation: number,
  documents: readonly OfferDocument[],
): Promise<void> {
  const words = new Map<string, number>()
  for (const document of documents)
    for (const word of vocabularyOf(document)) words.set(word, (words.get(word) ?? 0) + 1)
  // In one order, so that two writers never wait for each other.
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1))
  await client.query(
    `INSERT INTO search_word (generation, word, documents)
     SELECT $1, word, n FROM unnest($2::text[], $3::int[]) AS w(word, n)
     ON CONFLICT (generation, word) DO UPDATE SET documents = search_word.documents + excluded.documents`,
    [generation, sorted.map(([word]) => word), sorted.map(([, n]) => n)],
  )
}
