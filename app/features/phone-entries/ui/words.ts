import { formatDay } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { PhoneEntry } from '../domain/phone-entry'

/** @returns who entered or changed it, and on which day. */
export function phoneEntryWord({ kind, byName, on }: PhoneEntry): string {
  const said = { name: byName ?? m.phone_coordinator(), day: formatDay(on, true) }
  return kind === 'entered' ? m.phone_entered_by(said) : m.phone_changed_by(said)
}
