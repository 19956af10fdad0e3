/** The log as a table to take along. */
import type { Actor } from '~/authorisation/actor'
import { calendarDateOf } from '~/kernel/calendar'
import type { AuditQuery } from '../schemas'
import { type AuditView, auditEntries } from './audit-entries.server'

/** More is taken by periods. */
const ROWS_MAX = 10_000

/** The newest ten thousand of what the filter leaves. One statement. @throws AppError 401, 404. */
export async function auditTable(
  needs: Parameters<typeof auditEntries>[0],
  actor: Actor,
  asked: { readonly view: AuditView; readonly query: AuditQuery },
) {
  const rows = await auditEntries(needs, actor, { ...asked, limit: ROWS_MAX })
  return { rows, today: calendarDateOf(needs.clock.now()) }
}
