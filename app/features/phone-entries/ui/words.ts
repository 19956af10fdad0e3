import { formatDay } from '~/components/format'
import { daySpanWord } from '~/features/matchmaking/ui/day-span-word'
import { classWord, groupsWord, kindsWord, topicsWord } from '~/features/requests/ui/words'
import * as m from '~/paraglide/messages'
import type { RequestPage } from '../../requests/queries/request-page.server'
import type { PhoneEntry } from '../domain/phone-entry'

/** @returns who entered or changed it, and on which day. */
export function phoneEntryWord({ kind, byName, on }: PhoneEntry): string {
  const said = { name: byName ?? m.phone_coordinator(), day: formatDay(on, true) }
  return kind === 'entered' ? m.phone_entered_by(said) : m.phone_changed_by(said)
}

/** @returns what is asked, for whom and when: for the mail that tells it. */
export function askedFacts({ need, groups, topics }: RequestPage) {
  return [
    {
      label: m.requests_summary_what(),
      value: `${kindsWord(need.kinds)}: ${topicsWord(need.topicIds, topics)}`,
    },
    {
      label: m.requests_summary_who(),
      value: `${classWord(need.level, need.years, need.tracks)}. ${groupsWord(groups.length, need.groupSize)}`,
    },
    {
      label: m.requests_summary_when(),
      value: need.period ? daySpanWord(need.period) : (need.periodText ?? m.requests_when_any()),
    },
  ]
}
