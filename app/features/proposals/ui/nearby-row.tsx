/** One request of a school around: what it asks, how far, and why an offer fits it. Not who asks. */
import { Distance } from '~/components/distance'
import { formatDay } from '~/components/format'
import { DemoMark } from '~/components/notices'
import { TitleBlock } from '~/components/title-block'
import type { TopicName } from '~/features/finder/domain/finder-page'
import { topicWord } from '~/features/finder/ui/words'
import type { NearbyRow } from '~/features/matchmaking/queries/requests-nearby-page.server'
import { Reasons } from '~/features/matchmaking/ui/reasons'
import * as m from '~/paraglide/messages'
import { OfferForm } from './offer-form'
import type { Reply } from './reply-field'
import { classWord, groupsWord, periodWord, weekdaysWord } from './words'

type Props = {
  readonly row: NearbyRow
  readonly topics: readonly TopicName[]
  /** Under which it stands. */
  readonly offer: { readonly id: string; readonly title: string }
  readonly reply: Reply
  readonly isCurrent: boolean
  readonly onPoint: (municipality: string | null) => void
}

/** @returns where the row stands in the page. */
export function rowId(id: string): string {
  return `request-${id}`
}

export function NearbyRowCard({ row, topics, offer, reply, isCurrent, onPoint }: Props) {
  const title = row.topics.map(topicWord).join(', ')
  return (
    <li
      id={rowId(row.id)}
      className={`card grid gap-3 p-4 sm:p-5 ${isCurrent ? 'bg-act-soft' : ''}`}
      onMouseEnter={() => onPoint(row.municipality.code)}
      onMouseLeave={() => onPoint(null)}
    >
      <div className="flex items-start justify-between gap-x-4 gap-y-1 max-sm:flex-col">
        <div className="min-w-0">
          <h3 tabIndex={-1} className="text-lg">
            <span className="sr-only">{m.proposals_around_number({ rank: row.rank })}: </span>
            <span aria-hidden className="mr-2 text-act-text tabular-nums">
              {row.rank}
            </span>
            {title} {row.isDemo ? <DemoMark /> : null}
          </h3>
          <p className="text-sm text-ink-soft">
            {[m.proposals_around_place({ municipality: row.municipality.name }), sinceWord(row)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <Distance km={row.distanceKm} className="shrink-0 pt-1 text-sm" />
      </div>
      <TitleBlock
        facts={[
          { label: m.proposals_around_class(), value: classWord(row) },
          { label: m.proposals_around_groups(), value: groupsWord(row.groups, row.groupSize) },
          { label: m.proposals_around_period(), value: periodWord(row.period, null) },
          { label: m.proposals_around_days(), value: weekdaysWord(row.weekdays) },
        ]}
      />
      <Reasons reasons={row.reasons} topics={topics} inline />
      <OfferForm row={row} offer={offer} reply={reply} />
    </li>
  )
}

function sinceWord({ waitingSince, openedOn }: NearbyRow): string | null {
  if (waitingSince) return m.proposals_around_waiting({ day: formatDay(waitingSince, true) })
  return openedOn && m.proposals_around_open({ day: formatDay(openedOn, true) })
}
