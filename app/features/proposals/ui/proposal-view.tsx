/** One request as the company reads it: facts, the teacher's own words, the way between the two, what fits and what does not. */
import { Link } from '@remix-run/react'
import Hourglass from 'lucide-react/icons/hourglass'
import type { ReactNode } from 'react'
import { formatDay, formatKm } from '~/components/format'
import { DemoMark, Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import { TitleBlock } from '~/components/title-block'
import { PlaceMap } from '~/features/finder/ui/place-map'
import { kindWord, languageWord } from '~/features/finder/ui/words'
import type { OfferReasons } from '~/features/matchmaking/queries/reasons-for-offer.server'
import { Reasons } from '~/features/matchmaking/ui/reasons'
import * as m from '~/paraglide/messages'
import type { ProposalPage } from '../queries/proposal-page.server'
import {
  classWord,
  daysLeftWord,
  declineWord,
  groupsWord,
  periodWord,
  STATE_STATUS,
  stateWord,
  weekdaysWord,
} from './words'

type Props = {
  readonly page: ProposalPage
  readonly why: OfferReasons
  /** 1 where the request is the page itself. */
  readonly level: 1 | 2
  readonly children?: ReactNode
}

export function ProposalView({ page, why, level, children }: Props) {
  const { request, school, offer } = page
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <article className="lg:rounded-md lg:border lg:border-line lg:bg-surface lg:p-7">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <StatusBadge status={STATE_STATUS[page.state]}>{stateWord[page.state]()}</StatusBadge>
        {page.isOpen ? (
          <p
            className={`inline-flex items-center gap-1.5 font-[650] ${page.daysLeft <= 3 ? 'text-need-text' : 'text-ink-soft'}`}
          >
            <Hourglass aria-hidden size={20} strokeWidth={1.75} />
            {daysLeftWord(page.daysLeft)}, {m.proposals_until({ day: formatDay(page.dueOn) })}
          </p>
        ) : null}
      </div>
      <Heading className="mt-3 text-[1.75rem]">
        {request.title} {page.isDemo ? <DemoMark /> : null}
      </Heading>
      <p className="mt-1 text-ink-soft">
        {m.proposals_from({
          school: school.name,
          place: school.placeName,
          distance: formatKm(school.distanceKm),
        })}{' '}
        <Link to={paths.offer(offer.slug)} className="link">
          {m.proposals_for_offer({ offer: offer.title })}
        </Link>
        {page.addressedTo ? ` · ${m.proposals_addressed_to({ name: page.addressedTo })}` : ''}
      </p>
      <TitleBlock className="mt-4" facts={factsOf(page)} />
      <Outcome page={page} />
      <div className="mt-6 grid gap-6 sm:grid-cols-[1fr_15rem]">
        <div>
          <blockquote className="border-l-3 border-need pl-4 whitespace-pre-line">{request.text}</blockquote>
          {page.message ? (
            <>
              <h3 className="mt-4 text-md">{m.proposals_message()}</h3>
              <blockquote className="mt-1 border-l-3 border-need pl-4 whitespace-pre-line">
                {page.message}
              </blockquote>
            </>
          ) : null}
        </div>
        <PlaceMap
          company={{ point: offer.point, name: m.proposals_map_you(), kind: offer.kind }}
          school={{ point: school.point, distanceKm: school.distanceKm }}
          readBy="company"
        />
      </div>
      {why.reasons.length > 0 ? (
        <section aria-labelledby="why" className="mt-6">
          <h3 id="why" className="mb-1.5 text-md">
            {m.proposals_why()}
          </h3>
          <Reasons reasons={why.reasons} topics={why.topics} />
        </section>
      ) : null}
      {children}
    </article>
  )
}

/** In the order of every title block: for, groups, period, days; then what is not always there. */
function factsOf({ request, groupsAsked }: ProposalPage) {
  const facts = [
    { label: m.common_fact_for(), value: classWord(request) },
    {
      label: m.proposals_fact_groups(),
      value: groupsWord(request.classes ?? groupsAsked, request.groupSize),
    },
    { label: m.proposals_fact_period(), value: periodWord(request.period, request.periodText) },
    { label: m.proposals_fact_days(), value: weekdaysWord(request.weekdays) },
  ]
  if (request.languages.length > 0)
    facts.push({ label: m.proposals_fact_language(), value: request.languages.map(languageWord).join(', ') })
  else
    facts.push({
      label: m.proposals_fact_kind(),
      value: request.kinds.map((kind) => kindWord[kind]()).join(', '),
    })
  return facts
}

/** What became of it, and what that means. */
function Outcome({ page }: { readonly page: ProposalPage }) {
  const { state } = page
  if (page.isOpen)
    return page.groupsLeft < page.groupsInAll ? (
      <p className="mt-3 font-[650]">
        {m.proposals_some_placed({ placed: page.groupsInAll - page.groupsLeft, all: page.groupsInAll })}
      </p>
    ) : null
  return (
    <div className="mt-4">
      <Notice tone="info">
        <p>
          {state === 'declined' && page.declineReason
            ? m.proposals_outcome_declined({ reason: declineWord[page.declineReason]() })
            : OUTCOME[state]?.()}
        </p>
        {page.answerText ? <p className="mt-1 whitespace-pre-line">“{page.answerText}”</p> : null}
        {page.bookings.length > 0 ? (
          <ul className="mt-1">
            {page.bookings.map((booking) => (
              <li key={booking.id}>
                <Link to={paths.booking(booking.id)} className="link">
                  {booking.date
                    ? m.proposals_booking_on({ day: formatDay(booking.date), time: booking.startTime ?? '–' })
                    : m.proposals_booking_to_agree()}
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  )
}

const OUTCOME: Partial<Record<ProposalPage['state'], () => string>> = {
  accepted: m.proposals_outcome_accepted,
  withdrawn: m.proposals_outcome_withdrawn,
  expired: m.proposals_outcome_expired,
  passed: m.proposals_outcome_passed,
}
