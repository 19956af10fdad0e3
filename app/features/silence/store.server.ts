/** That companies are silent: the only writes to `organisation_silence`, and which offers left because of it. */
import { calendarDateOf } from '~/kernel/calendar'
import type { OfferId, OrganisationId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { SilenceFacts } from './domain/silence'

export type SilenceStore = ReturnType<typeof makeSilenceStore>

export function makeSilenceStore(tx: Tx) {
  return {
    /**
     * Verified companies with something before schools of which at least so many questions lapsed since they last gave an
     * answer or said that they are there. By id.
     */
    async silentOnes(
      lapsed: number,
      atMost: number,
    ): Promise<readonly (SilenceFacts & { readonly id: OrganisationId })[]> {
      const rows = await tx.$queryRaw<
        { id: OrganisationId; lapsed: number; toldAt: Date | null; isHidden: boolean }[]
      >`
        WITH heard AS (
          SELECT o.organisation_id AS id, max(p.answered_at) FILTER (WHERE p.state IN ('accepted', 'declined')) AS at
          FROM proposal p JOIN offer o ON o.id = p.offer_id WHERE NOT p.by_company
          GROUP BY o.organisation_id
        )
        SELECT g.id, count(p.id)::int AS lapsed,
          CASE WHEN s.told_at > coalesce(greatest(h.at, s.back_at), '-infinity') THEN s.told_at END AS "toldAt",
          s.hidden_at IS NOT NULL AS "isHidden"
        FROM organisation g
        LEFT JOIN organisation_silence s ON s.organisation_id = g.id
        LEFT JOIN heard h ON h.id = g.id
        JOIN offer o ON o.organisation_id = g.id
        JOIN proposal p ON p.offer_id = o.id AND p.state = 'expired' AND NOT p.by_company
          AND p.sent_at > coalesce(greatest(h.at, s.back_at), '-infinity')
        WHERE g.verification = 'verified'
          AND EXISTS (SELECT FROM offer x WHERE x.organisation_id = g.id AND x.state = 'published')
        GROUP BY g.id, h.at, s.told_at, s.hidden_at, s.back_at
        HAVING count(p.id) >= ${lapsed}
        ORDER BY g.id LIMIT ${atMost}`
      return rows.map(({ toldAt, ...row }) => ({ ...row, toldOn: toldAt && calendarDateOf(toldAt) }))
    },

    /** @returns `false` when somebody else has told it in the meantime. */
    async saveTold(id: OrganisationId, at: Date): Promise<boolean> {
      const row = await tx.organisationSilence.findUnique({
        where: { organisationId: id },
        select: { toldAt: true },
      })
      if (row?.toldAt && calendarDateOf(row.toldAt) === calendarDateOf(at)) return false
      await tx.organisationSilence.upsert({
        where: { organisationId: id },
        create: { organisationId: id, toldAt: at },
        update: { toldAt: at },
        select: { organisationId: true },
      })
      return true
    },

    async saveHidden(id: OrganisationId, at: Date): Promise<void> {
      await tx.organisationSilence.update({
        where: { organisationId: id },
        data: { hiddenAt: at },
        select: { organisationId: true },
      })
    },

    /** From now on it is counted anew. */
    async saveBack(id: OrganisationId, at: Date): Promise<void> {
      await tx.organisationSilence.upsert({
        where: { organisationId: id },
        create: { organisationId: id, backAt: at },
        update: { backAt: at, hiddenAt: null, toldAt: null },
        select: { organisationId: true },
      })
    },

    async publishedOffers(id: OrganisationId): Promise<readonly OfferId[]> {
      const rows = await tx.offer.findMany({
        where: { organisationId: id, state: 'published' },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
      return rows.map((row) => row.id as OfferId)
    },

    /** Those that were paused because of the silence and by nobody since. */
    async hiddenOffers(id: OrganisationId): Promise<readonly OfferId[]> {
      const rows = await tx.offer.findMany({
        where: { organisationId: id, state: 'paused', pausedForSilence: true },
        select: { id: true },
        orderBy: { id: 'asc' },
      })
      return rows.map((row) => row.id as OfferId)
    },

    async markHidden(ids: readonly OfferId[]): Promise<void> {
      await tx.offer.updateMany({
        where: { id: { in: [...ids] }, state: 'paused' },
        data: { pausedForSilence: true },
      })
    },
  }
}
