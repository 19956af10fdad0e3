/** That somebody took a table of the program with them. The subject names the table. */
import type { DomainEvent } from '~/kernel/events'

export const TABLES = ['audit', 'round', 'my-data'] as const
export type TakenTable = (typeof TABLES)[number]

export const tableTaken = (table: TakenTable, rows: number, of?: string): DomainEvent => ({
  type: 'TableTaken',
  subjectId: table,
  payload: { rows, ...(of === undefined ? {} : { of }) },
})
