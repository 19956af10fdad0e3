/** One offer with its company and its words, in one statement. */

import type { RatingSums } from '~/features/evaluations/domain/evaluation'
import type { IdRange } from '~/features/finder/domain/offer-address'
import type { Goal, Label, OfferPageFile, Slot } from '~/features/finder/domain/offer-page'
import type { FileScan } from '~/features/media/domain/offer-file'
import type { LevelYears, OfferKind, OfferLocation } from '~/kernel/education'
import type { OfferId, OrganisationId } from '~/kernel/ids'
import type { MadeTogether } from '~/kernel/licence'
import type { PictureWords } from '~/kernel/picture'
import type { Db } from '~/platform/db/client.server'

export type OfferRow = {
  readonly id: OfferId
  /** The words of the address, without the id. */
  readonly words: string
  readonly state: 'draft' | 'published' | 'paused' | 'archived'
  readonly offerKind: OfferKind
  readonly title: string
  readonly summary: string
  readonly goal: string | null
  readonly description: string
  readonly preparation: string | null
  readonly followUp: string | null
  readonly topics: readonly Label[]
  readonly levels: readonly LevelYears[]
  readonly subjects: readonly Label[]
  readonly goals: readonly Goal[]
  readonly profiles: readonly Label[]
  readonly networks: readonly Label[]
  readonly location: OfferLocation
  readonly branch: { readonly name: string; readonly address: string | null } | null
  readonly placeName: string
  readonly lat: number
  readonly lng: number
  readonly travelRadiusKm: number | null
  readonly serviceRegions: readonly Label[]
  readonly serviceMunicipalities: readonly Label[]
  readonly groupSizeMax: number | null
  readonly durationMinutes: number | null
  readonly costCents: number
  readonly languages: readonly string[]
  readonly accessNotes: string | null
  readonly girlsFocus: boolean
  readonly programme: string | null
  readonly materialUrl: string | null
  readonly pictures: readonly PictureWords[]
  readonly files: readonly (OfferPageFile & { readonly scan: FileScan })[]
  readonly together: MadeTogether | null
  readonly contactName: string | null
  readonly contactEmail: string | null
  readonly weekdays: readonly number[]
  readonly lastConfirmedAt: Date | null
  readonly isDemo: boolean
  readonly slots: readonly Slot[]
  readonly isGivenToWaiting: boolean
  /** What schools said of it, added up. */
  readonly said: RatingSums
  readonly organisationId: OrganisationId
  readonly organisationSlug: string
  readonly organisationName: string
  readonly website: string | null
  readonly verification: 'pending' | 'verified' | 'refused'
}

/**
 * @param locale names of topics and the like; Dutch where there is no English one.
 * @param now slots that are over by then are left out.
 * @returns the offer in that range; of several (one in four billion) the first.
 */
export async function readOffer(
  db: Pick<Db, '$queryRaw'>,
  range: IdRange,
  locale: string,
  now: Date,
): Promise<OfferRow | null> {
  const [row] = await db.$queryRaw<OfferRow[]>`
    SELECT o.id, o.slug AS words, o.state::text, o.kind::text AS "offerKind", o.title, o.summary, o.goal, o.description,
      o.preparation, o.follow_up AS "followUp",
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'label',
          CASE WHEN ${locale}::text = 'en' THEN coalesce(t.en, t.nl) ELSE t.nl END)
          ORDER BY array_position(o.topic_ids, t.id)), '[]')
        FROM topic t WHERE t.id = ANY(o.topic_ids)) AS topics,
      o.levels, terms.subjects, terms.profiles, terms.networks,
      (SELECT coalesce(json_agg(json_build_object('id', c.id, 'code', c.code, 'label', c.label, 'text', c.text)
          ORDER BY c.sector, length(c.id), c.id), '[]')
        FROM curriculum_goal c WHERE c.id = ANY(o.curriculum_goal_ids)) AS goals,
      o.location::text,
      (SELECT json_build_object('name', b.name::text, 'address', b.address) FROM organisation_branch b
        WHERE b.id = o.branch_id) AS branch, o.place_name AS "placeName", o.lat, o.lng, o.travel_radius_km AS "travelRadiusKm",
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'label', r.name) ORDER BY r.name), '[]')
        FROM region r WHERE r.id = ANY(o.service_region_ids)) AS "serviceRegions",
      (SELECT coalesce(json_agg(json_build_object('id', y.code, 'label', y.name) ORDER BY y.name), '[]')
        FROM municipality y WHERE y.code = ANY(o.service_municipality_codes)) AS "serviceMunicipalities",
      o.group_size_max AS "groupSizeMax", o.duration_minutes AS "durationMinutes", o.cost_cents AS "costCents",
      o.languages, o.access_notes AS "accessNotes", o.girls_focus AS "girlsFocus", o.programme,
      o.material_url AS "materialUrl",
      (SELECT coalesce(json_agg(json_build_object('alt', p.alt, 'altEn', p.alt_en, 'credit', p.credit, 'sizes', p.sizes)
          ORDER BY p.position), '[]')
        FROM offer_picture p WHERE p.offer_id = o.id) AS pictures,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes,
          'scan', f.scan) ORDER BY f.created_at, f.position), '[]')
        FROM offer_file f WHERE f.offer_id = o.id AND f.scan <> 'infected') AS files,
      (SELECT json_build_object('licence', j.licence, 'names', (
          SELECT json_agg(coalesce(x.name, b2.name) ORDER BY w.branch_id IS NOT NULL, w.asked_at, w.id)
          FROM project_member w LEFT JOIN organisation x ON x.id = w.organisation_id
          LEFT JOIN school_branch b2 ON b2.id = w.branch_id WHERE w.project_id = j.id AND w.is_credited))
        FROM project j WHERE j.result_offer_id = o.id) AS together,
      o.contact_name AS "contactName", o.contact_email AS "contactEmail", o.weekdays,
      o.last_confirmed_at AS "lastConfirmedAt", o.is_demo AS "isDemo",
      (SELECT coalesce(json_agg(json_build_object('startsOn', s.starts_on, 'places', s.places, 'open', f.open)), '[]')
        FROM open_slots(${now}::date, 'infinity', ARRAY[o.id]) f JOIN capacity_slot s ON s.id = f.slot_id
        WHERE f.ends_on >= ${now}::date) AS slots,
      EXISTS (SELECT FROM hold h WHERE h.offer_id = o.id AND h.state = 'offered') AS "isGivenToWaiting",
      (SELECT json_build_object('schools', count(DISTINCT r.branch_id), 'answers', count(*),
          'stars', coalesce(sum(e.rating), 0), 'yes', count(*) FILTER (WHERE e.again = 'yes'),
          'maybe', count(*) FILTER (WHERE e.again = 'maybe'))
        FROM capacity_slot s JOIN place_claim c ON c.slot_id = s.id JOIN booking k ON k.claim_id = c.id
        JOIN evaluation e ON e.booking_id = k.id AND e.party = 'school'
        JOIN request_group q ON q.id = c.group_id JOIN support_request r ON r.id = q.request_id
        WHERE s.offer_id = o.id) AS said,
      g.id AS "organisationId", g.slug AS "organisationSlug", g.name AS "organisationName", g.website,
      g.verification::text
    FROM offer o
    JOIN organisation g ON g.id = o.organisation_id
    CROSS JOIN LATERAL (
      SELECT
        coalesce(json_agg(v.word ORDER BY v.position) FILTER (WHERE v.vocabulary = 'subject'), '[]') AS subjects,
        coalesce(json_agg(v.word ORDER BY v.position) FILTER (WHERE v.vocabulary = 'profile'), '[]') AS profiles,
        coalesce(json_agg(v.word ORDER BY v.position) FILTER (WHERE v.vocabulary = 'network'), '[]') AS networks
      FROM (
        SELECT vocabulary, position, json_build_object('id', id, 'label',
          CASE WHEN ${locale}::text = 'en' THEN coalesce(en, nl) ELSE nl END) AS word
        FROM vocabulary_term
        WHERE (vocabulary = 'subject' AND id = ANY(o.subject_ids))
          OR (vocabulary = 'profile' AND id = ANY(o.profile_ids))
          OR (vocabulary = 'network' AND id = ANY(o.network_ids))
      ) v
    ) terms
    WHERE o.id BETWEEN ${range.from}::uuid AND ${range.until}::uuid
    ORDER BY o.id LIMIT 1`
  return row ?? null
}
