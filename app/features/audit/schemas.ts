/** The filter of the log, as it stands in the address: ids and days, never a name or an address. */
import * as z from 'zod'
import { AUDIT_SUBJECTS } from './domain/audited'

const word = z.string().regex(/^[A-Za-z]{3,40}$/)
const id = z.string().regex(/^[\w-]{1,64}$/)
const day = z.iso.date()

/** What cannot be read is left out: an address that somebody changed by hand shows more, not an error. */
export const auditQuery = z.object({
  kind: word.optional().catch(undefined),
  subject: z.enum(AUDIT_SUBJECTS).optional().catch(undefined),
  /** Whoever did it. */
  by: z.uuid().optional().catch(undefined),
  /** What it was done to. */
  about: id.optional().catch(undefined),
  from: day.optional().catch(undefined),
  until: day.optional().catch(undefined),
  /** Entries before this one. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
})
export type AuditQuery = z.output<typeof auditQuery>
