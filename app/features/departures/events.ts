/** Somebody leaves. Ids and days only. */
import type { CalendarDate } from '~/kernel/calendar'
import type { DomainEvent } from '~/kernel/events'
import type { BranchId, OrganisationId, UserId } from '~/kernel/ids'

/** `byId`: the owner in whose name its questions and bookings are answered. */
export const companyStopped = (
  id: OrganisationId,
  chosen: { readonly keepsBookings: boolean; readonly byId: UserId },
): DomainEvent => ({ type: 'CompanyStopped', subjectId: id, payload: chosen })

/** The register no longer has the branch. Once per day of closing. */
export const schoolCloses = (
  id: BranchId,
  days: { readonly closedOn: CalendarDate; readonly lastDay: CalendarDate },
): DomainEvent => ({ type: 'SchoolCloses', subjectId: id, payload: days })

/** What the branch had open has ended. */
export const schoolEnded = (id: BranchId, closedOn: CalendarDate): DomainEvent => ({
  type: 'SchoolEnded',
  subjectId: id,
  payload: { closedOn },
})
