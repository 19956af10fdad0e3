/** Companies, regions with who coordinates them, vocabularies and switches, as an administrator reads them. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Db } from '~/platform/db/client.server'
import { SWITCHES } from '../domain/switches'

type Needs = { readonly db: Pick<Db, '$queryRaw' | 'featureSwitch'> }

const PAGE = 50

/** By a part of the name; 50 on a page. One statement. @throws AppError 401, 404. */
export async function companies(
  { db }: Needs,
  actor: Actor,
  asked: { readonly q: string; readonly page: number },
) {
  allow(actor, 'administration.enter', {})
  const q = asked.q.slice(0, 100)
  const page = Number.isInteger(asked.page) ? Math.min(Math.max(asked.page, 1), 10_000) : 1
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db.$queryRaw<
    {
      id: string
      name: string
      slug: string
      placeName: string
      verification: 'pending' | 'verified' | 'refused'
      people: number
      offers: number
      total: number
    }[]
  >`
    SELECT g.id, g.name, g.slug, g.place_name AS "placeName", g.verification::text,
      (SELECT count(*)::int FROM organisation_membership s WHERE s.organisation_id = g.id) AS people,
      (SELECT count(*)::int FROM offer o WHERE o.organisation_id = g.id AND o.state = 'published') AS offers,
      (count(*) OVER ())::int AS total
    FROM organisation g WHERE g.name ILIKE ${like} ORDER BY g.name, g.id LIMIT ${PAGE} OFFSET ${(page - 1) * PAGE}`
  const total = rows[0]?.total ?? 0
  return { q, page, pages: Math.max(1, Math.ceil(total / PAGE)), total, rows }
}
export type Companies = Awaited<ReturnType<typeof companies>>

/** By landsdeel and name. One statement. @throws AppError 401, 404. */
export async function coordinators({ db }: Needs, actor: Actor) {
  allow(actor, 'administration.enter', {})
  return db.$queryRaw<
    {
      id: string
      name: string
      landsdeel: string
      people: readonly { readonly id: string; readonly name: string; readonly email: string }[]
    }[]
  >`
    SELECT r.id, r.name, l.name AS landsdeel,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'email', u.email) ORDER BY u.name), '[]')
        FROM coordinator_region c JOIN app_user u ON u.id = c.user_id WHERE c.region_id = r.id) AS people
    FROM region r JOIN landsdeel l ON l.id = r.landsdeel_id ORDER BY l.name, r.name`
}
export type Coordinators = Awaited<ReturnType<typeof coordinators>>

/** Words that offers and requests choose from, with how often they are used. One statement. @throws AppError 401, 404. */
export async function vocabularies({ db }: Needs, actor: Actor) {
  allow(actor, 'administration.enter', {})
  return db.$queryRaw<{ list: string; id: string; nl: string; en: string | null; used: number }[]>`
    SELECT list, id, nl, en, used FROM (
      SELECT 'topic' AS list, t.id, t.nl, t.en, t.position,
        (SELECT count(*)::int FROM offer o WHERE t.id = ANY(o.topic_ids) AND o.state = 'published') AS used
      FROM topic t
      UNION ALL
      SELECT v.vocabulary::text, v.id, v.nl, v.en, v.position,
        (SELECT count(*)::int FROM offer o WHERE o.state = 'published' AND CASE v.vocabulary
          WHEN 'subject' THEN v.id = ANY(o.subject_ids) WHEN 'profile' THEN v.id = ANY(o.profile_ids)
          WHEN 'network' THEN v.id = ANY(o.network_ids) ELSE false END)
      FROM vocabulary_term v
    ) w ORDER BY array_position(ARRAY['topic', 'subject', 'profile', 'network', 'top_sector'], list), position, id`
}
export type Vocabularies = Awaited<ReturnType<typeof vocabularies>>

/** One statement. @throws AppError 401, 404. */
export async function switches({ db }: Needs, actor: Actor) {
  allow(actor, 'administration.enter', {})
  const rows = await db.featureSwitch.findMany({ select: { key: true, isOn: true, setAt: true } })
  return SWITCHES.map((key) => {
    const row = rows.find((one) => one.key === key)
    return { key, isOn: row?.isOn ?? true, setAt: row?.setAt.toISOString() ?? null }
  })
}
export type SwitchLines = Awaited<ReturnType<typeof switches>>
