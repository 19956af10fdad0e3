/** Whether a booking led to a project, for its page. One statement. */
import { isUuid } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'

/** `projectId` `null`: none yet, and one may begin. */
export type ProjectOfBooking = { readonly bookingId: string; readonly projectId: string | null }

/** @returns `null` for a booking of another kind, or one that is over without a project. */
export async function projectOfBooking(
  db: Pick<Db, '$queryRaw'>,
  bookingId: string,
): Promise<ProjectOfBooking | null> {
  if (!isUuid(bookingId)) return null
  const [row] = await db.$queryRaw<ProjectOfBooking[]>`
    SELECT k.id AS "bookingId", j.id AS "projectId" FROM booking k
    JOIN place_claim c ON c.id = k.claim_id JOIN capacity_slot s ON s.id = c.slot_id
    JOIN offer o ON o.id = s.offer_id LEFT JOIN project j ON j.booking_id = k.id
    WHERE k.id = ${bookingId}::uuid AND o.kind = 'co-development' AND (j.id IS NOT NULL OR k.state = 'confirmed')`
  return row ?? null
}
