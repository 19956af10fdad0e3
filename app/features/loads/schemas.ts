/** The forms of a load. */
import * as z from 'zod'
import { type ColumnMapping, isLoadField, type LoadField } from './domain/load-field'

/** One choice per column, by its index: a field, or nothing. */
const columns = z.record(z.string().regex(/^\d{1,3}$/), z.string().max(40).optional())

export const loadAction = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('check'), column: columns.optional() }),
  z.object({
    intent: z.literal('start'),
    as: z.enum(['draft', 'publish']),
    which: z.enum(['all', 'good']),
  }),
  z.object({ intent: z.enum(['again', 'cancel', 'undo']) }),
])
export type LoadAction = z.output<typeof loadAction>

/** @returns which column holds which field. Where two columns say the same field, the later one is kept apart as a double. */
export function mappingOf(column: Readonly<Record<string, string | undefined>>): {
  readonly mapping: ColumnMapping
  /** Chosen for two columns. */
  readonly twice: LoadField | null
} {
  const mapping: Partial<Record<LoadField, number>> = {}
  let twice: LoadField | null = null
  for (const [index, field] of Object.entries(column)) {
    if (field === undefined || !isLoadField(field)) continue
    if (mapping[field] !== undefined) twice ??= field
    else mapping[field] = Number(index)
  }
  return { mapping, twice }
}
