/** The coordinator's board: what cannot wait, the figures, four columns with a date each, and the longest waiting. */
import { Link } from '@remix-run/react'
import AlarmClock from 'lucide-react/icons/alarm-clock'
import CalendarDays from 'lucide-react/icons/calendar-check'
import Phone from 'lucide-react/icons/phone'
import Shuffle from 'lucide-react/icons/shuffle'
import type { ReactNode } from 'react'
import { ButtonLink } from '~/components/button'
import { formatDay, formatNumber } from '~/components/format'
import { paths } from '~/components/paths'
import type { CalendarDate } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { initialsOf } from '../../follow-ups/domain/follow-up'
import type { BoardPage } from '../queries/board-page.server'
import { BoardNav, RegionPicker, regionsText } from './board-nav'
import { WaitingTable } from './waiting-table'
import { dueText, shortened, topicNameOf } from './words'

export function BoardScreen({ board }: { readonly board: BoardPage }) {
  const { regions, longest, figures } = board
  return (
    <>
      <BoardNav />
      <div className="page grid gap-8 py-8">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div>
            <h1>
              {greeting(board.hour)}{' '}
              {board.urgent === 0 ? m.board_urgent_none() : m.board_urgent({ count: board.urgent })}
            </h1>
            <p className="mt-1 text-ink-soft">
              {formatDay(board.today, true)}. {regionsText(regions)}.
            </p>
          </div>
          <div className="flex flex-wrap gap-3">
            <ButtonLink look="second" to={paths.boardPhone()}>
              <Phone aria-hidden size={20} strokeWidth={1.75} />
              {m.phone_title()}
            </ButtonLink>
            <ButtonLink to={paths.rounds()}>
              <Shuffle aria-hidden size={20} strokeWidth={1.75} />
              {m.board_start_round()}
            </ButtonLink>
          </div>
        </div>
        <RegionPicker regions={regions} action={paths.board()} />
        <Figures figures={figures} />
        <Columns board={board} />
        <section aria-labelledby="longest" className="grid gap-4">
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <h2 id="longest">{m.board_longest()}</h2>
            <Link
              to={paths.waitingList(regions.chosen ? { region: regions.chosen } : {})}
              className="link inline-flex min-h-11 items-center"
            >
              {m.board_whole_list({ shown: formatNumber(figures.waitingRequests) })}
            </Link>
          </div>
          {longest.length === 0 ? (
            <p>{m.board_nobody_waits()}</p>
          ) : (
            <WaitingTable rows={longest} label={m.board_longest()} today={board.today} />
          )}
        </section>
      </div>
    </>
  )
}

function greeting(hour: number): string {
  if (hour < 12) return m.board_morning()
  return hour < 18 ? m.board_afternoon() : m.board_evening()
}

function Figures({ figures }: { readonly figures: BoardPage['figures'] }) {
  const weeks = figures.medianWeeks
  const all = [
    {
      value: formatNumber(figures.waitingGroups),
      label: m.board_figure_waiting({ count: figures.waitingRequests }),
    },
    { value: weeks === null ? '–' : m.board_weeks({ count: weeks }), label: m.board_figure_median() },
    { value: formatNumber(figures.freePlaces), label: m.board_figure_free() },
    { value: formatNumber(figures.openHolds), label: m.board_figure_holds() },
    { value: formatNumber(figures.bookings), label: m.board_figure_bookings() },
    { value: percent(figures.answeredShare), label: m.board_figure_answered() },
    { value: percent(figures.lessonShare), label: m.board_figure_lesson() },
  ]
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line md:grid-cols-4 xl:grid-cols-7">
      {all.map(({ value, label }) => (
        <div
          key={label}
          className="flex flex-col-reverse justify-end bg-surface px-5 pt-4 pb-3 max-md:last:odd:col-span-2 md:max-xl:last:col-span-2"
        >
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="text-xl font-[750] tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const percent = (share: number | null) => (share === null ? '–' : `${formatNumber(share)}\u00a0%`)

function Columns({ board }: { readonly board: BoardPage }) {
  const { organisations, unanswered, holds, followUps, shortages, topics, today } = board
  return (
    <div className="grid items-start gap-x-5 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
      <BoardColumn title={m.board_col_organisations()} total={organisations.total} empty={m.board_none_new()}>
        {organisations.cards.map(({ id, name, placeName, since }) => (
          <Card
            key={id}
            to={paths.organisationBoard()}
            title={name}
            text={m.board_card_organisation({ place: placeName })}
            note={m.board_since({ day: formatDay(since) })}
          />
        ))}
      </BoardColumn>
      <BoardColumn title={m.board_col_unanswered()} total={unanswered.total} empty={m.board_none_late()}>
        {unanswered.cards.map(({ requestId, title, placeName, organisationName, dueOn }) => (
          <Card
            key={`${requestId} ${organisationName}`}
            to={paths.boardRequest(requestId)}
            title={title}
            text={m.board_card_unanswered({ place: placeName, organisation: organisationName })}
            due={dueOn}
            today={today}
          />
        ))}
      </BoardColumn>
      <BoardColumn title={m.board_col_holds()} total={holds.total} empty={m.board_none_held()}>
        {holds.cards.map(({ requestId, title, placeName, offerTitle, expiresOn }, i) => (
          <Card
            // biome-ignore lint/suspicious/noArrayIndexKey: groups of one request look the same
            key={`${requestId} ${i}`}
            to={paths.boardRequest(requestId)}
            title={title}
            text={m.board_card_hold({ place: placeName, offer: offerTitle })}
            due={expiresOn}
            today={today}
          />
        ))}
      </BoardColumn>
      <BoardColumn title={m.board_col_follow_ups()} total={followUps.total} empty={m.board_none_followed()}>
        {followUps.cards.map(({ requestId, title, placeName, ownerName, dueOn, note }) => (
          <Card
            key={requestId}
            to={paths.boardRequest(requestId)}
            title={title}
            text={note ? `${placeName}. ${shortened(note)}` : placeName}
            {...(dueOn && { due: dueOn })}
            today={today}
            owner={ownerName}
          />
        ))}
      </BoardColumn>
      <BoardColumn title={m.board_col_shortages()} total={shortages.length} empty={m.board_none_short()}>
        {shortages.map(({ topicId, schools, groups, places }) => (
          <Card
            key={topicId}
            to={paths.waitingList({ topic: topicId })}
            title={topicNameOf(topics, topicId)}
            text={m.board_card_shortage({ schools, groups, places })}
          />
        ))}
      </BoardColumn>
    </div>
  )
}

type ColumnProps = {
  readonly title: string
  readonly total: number
  readonly empty: string
  readonly children: readonly ReactNode[]
}

function BoardColumn({ title, total, empty, children }: ColumnProps) {
  return (
    <section className="grid gap-3">
      <h2 className="flex items-baseline justify-between border-b-[3px] border-ink pb-1 text-base font-[650]">
        {title} <span className="tabular-nums">{formatNumber(total)}</span>
      </h2>
      {children.length === 0 ? (
        <p className="text-sm text-ink-soft">{empty}</p>
      ) : (
        <ul className="grid gap-3">{children}</ul>
      )}
    </section>
  )
}

type CardProps = {
  readonly to: string
  readonly title: string
  readonly text: string
  readonly note?: string
  readonly due?: CalendarDate
  readonly today?: CalendarDate
  readonly owner?: string | null
}

function Card({ to, title, text, note, due, today, owner }: CardProps) {
  return (
    <li className="card grid gap-1 p-3">
      <Link to={to} className="font-[650] hover:underline focus-visible:underline">
        {title}
      </Link>
      <p className="text-sm text-ink-soft">{text}</p>
      {note ? <p className="text-sm">{note}</p> : null}
      {(due && today) || owner ? (
        <div className="flex items-center justify-between gap-2">
          {due && today ? <Due due={due} today={today} /> : <span />}
          {owner ? (
            <span
              role="img"
              title={owner}
              aria-label={m.board_followed_by({ owner })}
              className="grid size-8 shrink-0 place-items-center rounded-full bg-sunken text-xs font-[650]"
            >
              {initialsOf(owner)}
            </span>
          ) : null}
        </div>
      ) : null}
    </li>
  )
}

function Due({ due, today }: { readonly due: CalendarDate; readonly today: CalendarDate }) {
  const Icon = due <= today ? AlarmClock : CalendarDays
  const look = due < today ? 'font-[650] text-danger-text' : due === today ? 'font-[650] text-need-text' : ''
  return (
    <p className={`flex items-center gap-1.5 text-sm ${look}`}>
      <Icon aria-hidden size={17} strokeWidth={1.75} />
      {dueText(due, today)}
    </p>
  )
}
