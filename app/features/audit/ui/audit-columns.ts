/** The log as a table, in the reader's language. */
import * as m from '~/paraglide/messages'
import type { AuditEntryRow } from '../queries/audit-entries.server'
import { kindWord, subjectWord } from './kind-words'
import { whoText } from './who-text'

type Column = { readonly head: string; readonly cell: (row: AuditEntryRow) => string | null }

export function auditColumns(): readonly Column[] {
  return [
    { head: m.audit_col_at(), cell: (row) => row.at.toISOString() },
    { head: m.audit_kind(), cell: (row) => kindWord(row.kind) },
    { head: m.audit_col_by(), cell: whoText },
    { head: m.audit_subject(), cell: (row) => subjectWord(row.subject) },
    { head: m.audit_col_name(), cell: (row) => row.subjectName },
    { head: m.audit_col_id(), cell: (row) => row.subjectId },
    { head: m.audit_col_details(), cell: (row) => JSON.stringify(row.details) },
    { head: m.audit_col_network(), cell: (row) => row.network },
  ]
}
