/** What an organisation has open, before its owner stops it. One statement. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type CalendarDate, type Clock, calendarDateOf } from '~/kernel/calendar'
import { isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { organisationNotFound } from '../../organisations/errors'

export type StopPage = {
  readonly id: OrganisationId
  readonly name: string
  readonly stoppedOn: CalendarDate | null
  readonly offers: number
  /** Of schools, without an answer. */
  readonly questions: number
  readonly keptPlaces: number
  /** To come, or without a day yet. */
  readonly bookings: number
}

/** @param of which one of several; the first where nothing is asked. @throws AppError 401; 403; 404. */
export async function stopPage(
  needs: { readonly db: Pick<Db, '$queryRaw'>; readonly clock: Clock },
  actor: Actor,
  of: string | null,
): Promise<StopPage> {
  const id = of ?? (actor.kind === 'user' ? [...actor.organisations.keys()][0] : undefined)
  if (id === undefined || !isUuid(id)) throw organisationNotFound()
  allow(actor, 'organisation.stop', { organisationId: id as OrganisationId })
  const today = calendarDateOf(needs.clock.now())
  const [row] = await needs.db.$queryRaw<
    (Omit<StopPage, 'stoppedOn'> & { readonly stoppedAt: Date | null })[]
  >`
    SELECT n.id, n.name, n.stopped_at AS "stoppedAt",
      (SELECT count(*)::int FROM offer o WHERE o.organisation_id = n.id AND o.state <> 'archived') AS offers,
      (SELECT count(*)::int FROM proposal p JOIN offer o ON o.id = p.offer_id WHERE o.organisation_id = n.id
        AND NOT p.by_company AND p.state IN ('sent', 'viewed', 'considering')) AS questions,
      (SELECT count(*)::int FROM hold h JOIN offer o ON o.id = h.offer_id
        WHERE o.organisation_id = n.id AND h.state = 'offered') AS "keptPlaces",
      (SELECT count(*)::int FROM booking k JOIN place_claim c ON c.id = k.claim_id
        JOIN capacity_slot s ON s.id = c.slot_id JOIN offer o ON o.id = s.offer_id
        WHERE o.organisation_id = n.id AND k.state = 'confirmed'
          AND (k.date IS NULL OR k.date >= ${today}::date)) AS bookings
    FROM organisation n WHERE n.id = ${id}::uuid`
  if (!row) throw organisationNotFound()
  const { stoppedAt, ...page } = row
  return { ...page, stoppedOn: stoppedAt && calendarDateOf(stoppedAt) }
}
