/** PostgreSQL `date` columns: Prisma speaks `Date` at midnight UTC, the domain speaks `YYYY-MM-DD`. */
import type { CalendarDate } from '~/kernel/calendar'

export function asDate(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00Z`)
}

export function asDay(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10)
}
