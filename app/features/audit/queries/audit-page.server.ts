/** One page of the log. */
import type { Actor } from '~/authorisation/actor'
import type { AuditQuery } from '../schemas'
import { type AuditView, auditEntries } from './audit-entries.server'

const PAGE = 50

export type AuditPage = Awaited<ReturnType<typeof auditPage>>

/** One statement. @throws AppError 401, 404. */
export async function auditPage(
  needs: Parameters<typeof auditEntries>[0],
  actor: Actor,
  { view, query }: { readonly view: AuditView; readonly query: AuditQuery },
) {
  const rows = await auditEntries(needs, actor, { view, query, limit: PAGE + 1 })
  const entries = rows
    .slice(0, PAGE)
    .map(({ at, details, ...row }) => ({ ...row, at: at.toISOString(), details: detailsText(details) }))
  return {
    view,
    query,
    entries,
    /** Where the older ones begin; `null`: there are none. */
    older: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null,
  }
}

/** Ids, days and codes, as they are: "by: school · date: 2027-01-21". */
function detailsText(details: Readonly<Record<string, unknown>>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' · ')
}
