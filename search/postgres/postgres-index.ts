/** Writing the PostgreSQL index: one document, or all of them beside the old ones. */
import type pg from 'pg'
import type { OfferDocument } from '../document'
import { levelKeysOf } from '../level-keys'
import type { IndexPort } from '../port'
import { indexText, vocabularyOf } from './index-text'

const INDEX = 'offers'
/** Writers share this lock, a rebuild holds it alone: no change falls between two generations. */
const LOCK = 'search-index'

export function makePostgresIndex(pool: pg.Pool): IndexPort {
  return {
    async upsert(documents) {
      if (documents.length === 0) return
      await inTransaction(pool, async (client) => {
        await client.query('SELECT pg_advisory_xact_lock_shared(hashtext($1))', [LOCK])
        await write(client, await currentGeneration(client), documents)
      })
    },

    async remove(ids) {
      if (ids.length === 0) return
      await inTransaction(pool, async (client) => {
        await client.query('SELECT pg_advisory_xact_lock_shared(hashtext($1))', [LOCK])
        await client.query('DELETE FROM search_document WHERE generation = $1 AND id = ANY($2::uuid[])', [
          await currentGeneration(client),
          ids,
        ])
      })
    },

    async rebuild(batches) {
      return inTransaction(pool, async (client) => {
        await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [LOCK])
        const old = await currentGeneration(client)
        let count = 0
        for await (const documents of batches) {
          await write(client, old + 1, documents)
          count += documents.length
        }
        await client.query('UPDATE search_generation SET current = $2 WHERE index = $1', [INDEX, old + 1])
        await client.query('DELETE FROM search_document WHERE generation <= $1', [old])
        await client.query('DELETE FROM search_word WHERE generation <= $1', [old])
        return count
      })
    },
  }
}

async function currentGeneration(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ current: number }>(
    'SELECT current FROM search_generation WHERE index = $1',
    [INDEX],
  )
  return rows[0]?.current ?? 1
}

/** Two statements for any number of documents. An older revision never overwrites a newer one. */
async function write(
  client: pg.PoolClient,
  generation: number,
  documents: readonly OfferDocument[],
): Promise<void> {
  const words = new Map<string, number>()
  const rows = documents.map((document) => {
    const text = indexText(document)
    for (const word of vocabularyOf(text)) words.set(word, (words.get(word) ?? 0) + 1)
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
      languages: document.languages,
      organisation_id: document.organisationId,
      lat: document.point?.lat ?? null,
      lng: document.point?.lng ?? null,
      travel_radius_km: document.travelRadiusKm,
      cost_cents: document.costCents,
      girls_focus: document.girlsFocus,
      open_places: document.openPlaces,
      published_at: document.publishedAt,
    }
  })
  const list = (column: string) => `ARRAY(SELECT jsonb_array_elements_text(r.${column}))`
  await client.query(
    `INSERT INTO search_document (generation, id, document, revision, title_text, topic_text, summary_text, body_text, kind,
       location, topic_ids, level_keys, subject_ids, curriculum_ids, network_ids, languages, organisation_id, lat, lng,
       travel_radius_km, cost_cents, girls_focus, open_places, published_at)
     SELECT $1, id, document, revision, title_text, topic_text, summary_text, body_text, kind, location,
       ${list('topic_ids')}, ${list('level_keys')}, ${list('subject_ids')}, ${list('curriculum_ids')},
       ${list('network_ids')}, ${list('languages')}, organisation_id, lat, lng, travel_radius_km, cost_cents,
       girls_focus, open_places, published_at
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, document jsonb, revision int, title_text text, topic_text text,
       summary_text text, body_text text, kind text, location text, topic_ids jsonb, level_keys jsonb, subject_ids jsonb,
       curriculum_ids jsonb, network_ids jsonb, languages jsonb, organisation_id uuid, lat float8, lng float8,
       travel_radius_km int, cost_cents int, girls_focus boolean, open_places int, published_at timestamptz)
     ON CONFLICT (generation, id) DO UPDATE SET document = excluded.document, revision = excluded.revision,
       title_text = excluded.title_text, topic_text = excluded.topic_text, summary_text = excluded.summary_text,
       body_text = excluded.body_text, kind = excluded.kind, location = excluded.location,
       topic_ids = excluded.topic_ids, level_keys = excluded.level_keys, subject_ids = excluded.subject_ids,
       curriculum_ids = excluded.curriculum_ids, network_ids = excluded.network_ids, languages = excluded.languages,
       organisation_id = excluded.organisation_id, lat = excluded.lat, lng = excluded.lng,
       travel_radius_km = excluded.travel_radius_km, cost_cents = excluded.cost_cents,
       girls_focus = excluded.girls_focus, open_places = excluded.open_places, published_at = excluded.published_at
     WHERE excluded.revision >= search_document.revision`,
    [generation, JSON.stringify(rows)],
  )
  // In one order, so that two writers never wait for each other.
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1))
  await client.query(
    `INSERT INTO search_word (generation, word, documents)
     SELECT $1, word, n FROM unnest($2::text[], $3::int[]) AS w(word, n)
     ON CONFLICT (generation, word) DO UPDATE SET documents = search_word.documents + excluded.documents`,
    [generation, sorted.map(([word]) => word), sorted.map(([, n]) => n)],
  )
}

async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
