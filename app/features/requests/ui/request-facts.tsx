/** What was asked, as it was written down. */
import { FactTable } from '~/components/title-block'
import { daySpanWord } from '~/features/matchmaking/ui/day-span-word'
import { phoneEntryWord } from '~/features/phone-entries/ui/words'
import * as m from '~/paraglide/messages'
import type { RequestPage } from '../queries/request-page.server'
import { classWord, groupsWord, kindsWord, topicsWord } from './words'

type Props = {
  readonly request: RequestPage
  /** By itself in the words of the school that asked. */
  readonly title?: string
}

export function RequestFacts({ request, title = m.requests_summary() }: Props) {
  const { need, topics, groups, classes, schoolName, phoneEntry } = request
  const when = need.period ? daySpanWord(need.period) : null
  return (
    <section>
      <h2 className="text-lg">{title}</h2>
      <div className="mt-2">
        <FactTable
          facts={[
            { label: m.requests_fact_school(), value: schoolName },
            ...(phoneEntry ? [{ label: m.phone_fact(), value: phoneEntryWord(phoneEntry) }] : []),
            {
              label: m.requests_summary_what(),
              value: `${kindsWord(need.kinds)}: ${topicsWord(need.topicIds, topics)}`,
            },
            {
              label: m.requests_summary_who(),
              value: `${classWord(need.level, need.years, need.tracks)}. ${groupsWord(classes ?? groups.length, need.groupSize)}`,
            },
            ...(classes === null
              ? []
              : [{ label: m.requests_project_fact(), value: m.requests_project_one_place() }]),
            ...(need.allOrNone && groups.length > 1
              ? [{ label: m.requests_placing_fact(), value: m.requests_placing_together() }]
              : []),
            ...(need.mayShare ? [{ label: m.requests_share_fact(), value: m.requests_share_yes() }] : []),
            {
              label: m.requests_summary_when(),
              value:
                when ??
                (need.periodText ? m.requests_note({ text: need.periodText }) : m.requests_when_any()),
            },
            {
              label: m.requests_summary_far(),
              value:
                need.maxDistanceKm === null
                  ? m.requests_far_any()
                  : m.requests_up_to_km({ km: need.maxDistanceKm }),
            },
          ]}
        />
      </div>
      {need.text ? <p className="mt-3 whitespace-pre-line wrap-break-word">{need.text}</p> : null}
    </section>
  )
}
