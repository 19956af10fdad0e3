/** "Door Ans de Wit, die meekeek met Piet Bakker". */
import * as m from '~/paraglide/messages'
import type { AuditEntryRow } from '../queries/audit-entries.server'

export function whoText(
  entry: Pick<AuditEntryRow, 'actor' | 'actorId' | 'actorName' | 'asUserName'>,
): string {
  if (entry.actor === 'system') return m.audit_by_system()
  if (entry.actor === 'visitor') return m.audit_by_visitor()
  if (entry.actorId === null) return m.audit_by_unknown_link()
  const name = entry.actorName ?? m.audit_gone()
  if (entry.actor === 'link') return m.audit_by_link({ name })
  return entry.asUserName === null
    ? m.audit_by_user({ name })
    : m.audit_by_user_as({ name, other: entry.asUserName })
}
