/** The read model of `/organisations/:slug`: who the company is and what it offers. */
import type { Actor } from '~/authorisation/actor'
import { may } from '~/authorisation/permissions'
import { offerSlug } from '~/features/finder/domain/offer-address'
import type { OfferCard } from '~/features/finder/domain/offer-card'
import type { Label } from '~/features/finder/domain/offer-page'
import { answersOf, OFFERS_MAX, type OrganisationPage } from '~/features/finder/domain/organisation-page'
import { type Clock, calendarDateOf } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import { distanceKm, type Point } from '~/kernel/geography'
import type { OrganisationId, RegionId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { readersSchool } from './own-school.server'

type Needs = { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock }

type Row = {
  readonly id: OrganisationId
  readonly name: string
  readonly about: string
  readonly website: string | null
  readonly placeName: string
  readonly branches: readonly (Point & {
    readonly name: string
    readonly address: string | null
    readonly placeName: string
  })[]
  readonly lat: number
  readonly lng: number
  readonly employees: number | null
  readonly topics: readonly Label[]
  readonly topSectors: readonly Label[]
  readonly networks: readonly Label[]
  readonly isDemo: boolean
  readonly verification: OrganisationPage['verification']
  readonly offers: readonly (Omit<OfferCard, 'slug' | 'organisationName' | 'distanceKm' | 'topicId'> & {
    readonly words: string
    readonly topicId: string | null
    readonly lat: number
    readonly lng: number
    readonly hasPlace: boolean
  })[]
  readonly offerCount: number
  readonly lastConfirmedAt: Date | null
  readonly asked: number
  readonly answered: number
  readonly medianDays: number | null
  readonly regionIds: readonly RegionId[]
}

/**
 * Two statements.
 * @throws AppError `organisation.not-found` for an unknown one, and for one that is not verified unless it is the reader's
 * or the reader coordinates its region.
 */
export async function organisationPage(
  needs: Needs,
  actor: Actor,
  slug: string,
  locale: string,
): Promise<OrganisationPage> {
  const [row, school] = await Promise.all([
    readOrganisation(needs.db, slug, locale, needs.clock.now()),
    readersSchool(needs.db, actor, needs.clock.now()),
  ])
  const isOwn = row !== null && may(actor, 'offer.see-unpublished', { organisationId: row.id })
  const mayEnter = row !== null && may(actor, 'offer.enter', { regionIds: row.regionIds })
  if (!row || (row.verification !== 'verified' && !isOwn && !mayEnter))
    throw notFound('organisation.not-found')
  const {
    lat,
    lng,
    offers,
    branches,
    regionIds: _,
    asked,
    answered,
    medianDays,
    lastConfirmedAt,
    ...facts
  } = row
  const point = { lat, lng }
  return {
    ...facts,
    slug,
    point,
    answers: answersOf({ asked, answered, medianDays }),
    lastConfirmedOn: lastConfirmedAt && calendarDateOf(lastConfirmedAt),
    branches: branches.map(({ lat: y, lng: x, ...branch }) => ({
      ...branch,
      distanceKm: school ? distanceKm(school.point, { lat: y, lng: x }) : null,
    })),
    mayEdit: may(actor, 'organisation.edit', { organisationId: row.id }),
    mayEnter,
    ownSchool: school && {
      schoolName: school.name,
      point: school.point,
      distanceKm: distanceKm(school.point, point),
    },
    offers: offers.map(({ words, hasPlace, topicId, lat: y, lng: x, ...card }) => ({
      ...card,
      slug: offerSlug(words, card.id),
      topicId: topicId ?? '',
      organisationName: row.name,
      distanceKm: school && hasPlace ? distanceKm(school.point, { lat: y, lng: x }) : null,
    })),
  }
}

async function readOrganisation(
  db: Needs['db'],
  slug: string,
  locale: string,
  now: Date,
): Promise<Row | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT g.id, g.name, g.about, g.website, g.place_name AS "placeName",
      (SELECT coalesce(json_agg(json_build_object('name', b.name::text, 'address', b.address, 'placeName', b.place_name,
          'lat', b.lat, 'lng', b.lng) ORDER BY b.name), '[]')
        FROM organisation_branch b WHERE b.organisation_id = g.id) AS branches, g.lat, g.lng, g.employees,
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'label',
          CASE WHEN ${locale}::text = 'en' THEN coalesce(t.en, t.nl) ELSE t.nl END) ORDER BY t.id), '[]')
        FROM topic t WHERE t.id = ANY(g.topic_ids)) AS topics,
      (SELECT coalesce(json_agg(json_build_object('id', v.id, 'label',
          CASE WHEN ${locale}::text = 'en' THEN coalesce(v.en, v.nl) ELSE v.nl END) ORDER BY v.position), '[]')
        FROM vocabulary_term v WHERE v.vocabulary = 'top_sector' AND v.id = ANY(g.top_sector_ids)) AS "topSectors",
      (SELECT coalesce(json_agg(json_build_object('id', v.id, 'label',
          CASE WHEN ${locale}::text = 'en' THEN coalesce(v.en, v.nl) ELSE v.nl END) ORDER BY v.position), '[]')
        FROM vocabulary_term v WHERE v.vocabulary = 'network' AND v.id = ANY(g.network_ids)) AS networks,
      ARRAY(SELECT m.region_id FROM region_municipality m WHERE m.municipality_code = g.municipality_code
        AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())) AS "regionIds",
      g.is_demo AS "isDemo", g.verification::text, offers.cards AS offers, offers.number AS "offerCount",
      offers.confirmed AS "lastConfirmedAt", a.asked, a.answered, a."medianDays"
    FROM organisation g
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(o.card ORDER BY o.published_at DESC, o.id) FILTER (WHERE o.rank <= ${OFFERS_MAX}), '[]')
          AS cards, count(o.id)::int AS number, max(o.last_confirmed_at) AS confirmed
      FROM (
        SELECT id, published_at, last_confirmed_at, row_number() OVER (ORDER BY published_at DESC, id) AS rank,
          json_build_object('id', id, 'words', slug, 'kind', kind::text, 'title', title, 'summary', summary,
            'placeName', place_name, 'topicId', topic_ids[1], 'levels', levels, 'durationMinutes', duration_minutes,
            'isDemo', is_demo, 'lat', lat, 'lng', lng, 'cover', (SELECT json_build_object('alt', p.alt, 'altEn', p.alt_en, 'credit', p.credit,
              'sizes', p.sizes) FROM offer_picture p WHERE p.offer_id = offer.id ORDER BY p.position LIMIT 1),
            'madeBy', (SELECT coalesce(json_agg(coalesce(x.name, b.name) ORDER BY w.branch_id IS NOT NULL, w.asked_at, w.id), '[]')
              FROM project j JOIN project_member w ON w.project_id = j.id AND w.is_credited
              LEFT JOIN organisation x ON x.id = w.organisation_id LEFT JOIN school_branch b ON b.id = w.branch_id
              WHERE j.result_offer_id = offer.id),
            'hasPlace', location NOT IN ('online', 'download')) AS card
        FROM offer WHERE organisation_id = g.id AND state = 'published'
      ) o
    ) offers
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE p.state NOT IN ('withdrawn', 'passed'))::int AS asked,
        count(*) FILTER (WHERE p.state IN ('accepted', 'declined'))::int AS answered,
        (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM p.answered_at - p.sent_at) / 86400)
          FILTER (WHERE p.state IN ('accepted', 'declined')))::float8 AS "medianDays"
      FROM proposal p JOIN offer o ON o.id = p.offer_id
      WHERE o.organisation_id = g.id AND p.sent_at > ${now}::timestamptz - interval '12 months'
        AND (p.state NOT IN ('sent', 'viewed', 'considering') OR p.due_on < ${now}::date)
    ) a
    WHERE g.slug = ${slug}`
  return row ?? null
}
