/** One offer for a request: what it is, why it stands here, and a box to ask it. */
import { Link } from '@remix-run/react'
import { Distance } from '~/components/distance'
import { formatDuration, formatPrice } from '~/components/format'
import { DemoMark } from '~/components/notices'
import { paths } from '~/components/paths'
import { TitleBlock } from '~/components/title-block'
import { KindIcon } from '~/features/finder/ui/kind-icon'
import { kindWord } from '~/features/finder/ui/words'
import type { RankedOfferRow } from '~/features/matchmaking/queries/ranked-offers.server'
import { Reasons } from '~/features/matchmaking/ui/reasons'
import { TakeMaterialButton } from '~/features/offers/ui/take-material'
import * as m from '~/paraglide/messages'
import type { TopicChoice } from '../domain/request-form'
import type { AskedLately, ProposalRow } from '../queries/request-page.server'
import { proposalStateWord } from './words'

type Props = {
  readonly offer: RankedOfferRow
  readonly topics: readonly TopicChoice[]
  readonly proposal: ProposalRow | undefined
  /** Its company offers it by itself: that is answered elsewhere on the page. */
  readonly isOffered: boolean
  readonly askedLately?: AskedLately | undefined
  readonly canAsk: boolean
  readonly isTicked: boolean
  readonly isCurrent: boolean
  readonly onPoint: (id: string | null) => void
}

export function RankedOffer({ offer, topics, isCurrent, onPoint, ...asking }: Props) {
  return (
    <li
      id={`offer-${offer.id}`}
      className={`card p-5 ${isCurrent ? 'bg-act-soft' : ''}`}
      aria-current={isCurrent || undefined}
      onMouseEnter={() => onPoint(offer.id)}
      onMouseLeave={() => onPoint(null)}
    >
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm">
        <span className="font-[650] text-act-text">
          {m.requests_rank({ rank: offer.rank })}{' '}
          {offer.otherTopic
            ? m.requests_other_topic()
            : offer.otherKind
              ? m.requests_other_kind()
              : m.requests_fits()}
        </span>
        {offer.distanceKm === null ? null : <Distance km={offer.distanceKm} />}
      </div>
      <div className="mt-2 grid gap-x-6 gap-y-3 md:grid-cols-[1.3fr_1fr]">
        <div>
          <p className="flex items-center gap-2 text-sm font-[650]">
            <KindIcon kind={offer.kind} />
            {kindWord[offer.kind]()}
            {offer.isDemo ? <DemoMark /> : null}
          </p>
          <h3 className="mt-1 text-lg">
            <Link to={paths.offer(offer.slug)} className="text-ink hover:underline focus-visible:underline">
              {offer.title}
            </Link>
          </h3>
          <p className="text-sm text-ink-soft">
            {offer.organisationName}, {offer.placeName}
          </p>
          <p className="mt-2 text-sm">{offer.summary}</p>
        </div>
        <div className="md:border-l md:border-line md:pl-6">
          <p aria-hidden className="mb-1 text-xs text-ink-soft">
            {m.matchmaking_reasons()}
          </p>
          <Reasons reasons={offer.reasons} topics={topics} />
        </div>
      </div>
      <TitleBlock
        className="mt-3"
        facts={[
          {
            label: m.common_fact_duration(),
            value: offer.durationMinutes === null ? '–' : formatDuration(offer.durationMinutes),
          },
          { label: m.common_fact_price(), value: formatPrice(offer.costCents) },
        ]}
      />
      <Asking offer={offer} {...asking} />
    </li>
  )
}

function Asking({
  offer,
  proposal,
  isOffered,
  askedLately,
  canAsk,
  isTicked,
}: Pick<Props, 'offer' | 'proposal' | 'isOffered' | 'askedLately' | 'canAsk' | 'isTicked'>) {
  if (proposal)
    return (
      <p className="mt-3 text-sm font-[650]">
        {m.requests_asked_already({ state: proposalStateWord[proposal.state]().toLowerCase() })}
      </p>
    )
  if (isOffered) return <p className="mt-3 text-sm font-[650]">{m.requests_offered_above()}</p>
  if (offer.isSelfService)
    return (
      <div className="mt-3">
        <p className="text-sm">{m.requests_self_service()}</p>
        <div className="mt-2">
          <TakeMaterialButton id={offer.id} location={offer.location} title={offer.title} />
        </div>
      </div>
    )
  if (!canAsk) return null
  if (askedLately)
    return (
      <p className="mt-3 text-sm">
        {m.requests_asked_lately({ organisation: offer.organisationName })}{' '}
        <Link to={paths.request(askedLately.requestId)} className="link">
          {askedLately.title}
        </Link>
      </p>
    )
  return (
    <label className="mt-3 inline-flex min-h-[46px] items-center gap-3 rounded-md border border-line-strong bg-surface px-3 pt-0.5 font-[650] has-checked:border-2 has-checked:border-act has-checked:bg-act-soft">
      <input type="hidden" name="scores" value={`${offer.id} ${offer.score}`} />
      <input
        type="checkbox"
        name="offerIds"
        value={offer.id}
        defaultChecked={isTicked}
        aria-label={m.requests_send_to({ title: offer.title, organisation: offer.organisationName })}
        className="size-5"
      />
      {m.requests_send_here()}
    </label>
  )
}
