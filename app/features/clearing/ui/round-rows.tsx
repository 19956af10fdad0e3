/** The two lists of a round: who gets what and why, with the coordinator's choice, and who keeps waiting and why. */
import { Form, Link } from '@remix-run/react'
import Ban from 'lucide-react/icons/ban'
import Lock from 'lucide-react/icons/lock'
import LockOpen from 'lucide-react/icons/lock-open'
import { Button } from '~/components/button'
import { formatDay, formatLevels } from '~/components/format'
import { DemoMark } from '~/components/notices'
import { paths } from '~/components/paths'
import { Reasons } from '~/features/matchmaking/ui/reasons'
import * as m from '~/paraglide/messages'
import type { ChoiceMove } from '../domain/change-choices'
import type { ExcludedRow, GivenRow, LeftRow, RoundPage, RowRequest } from '../domain/round-page'
import type { TopicName } from '../queries/topic-names.server'
import { holdStateWord, whyLeftText, wouldHelpText } from './words'

/** Why its best offer went to others, without names. */
const BETTER = {
  'others-first': m.board_given_others_first,
  'better-for-all': m.board_given_better_for_all,
  sooner: m.board_given_sooner,
} as const

export function GivenRows({
  rows,
  topics,
  canChoose,
}: {
  readonly rows: readonly GivenRow[]
  readonly topics: readonly TopicName[]
  readonly canChoose: boolean
}) {
  return (
    <ol className="overflow-hidden rounded-md border border-line bg-surface" start={rows[0]?.number ?? 1}>
      {rows.map((row) => (
        <li
          key={`${row.request.id} ${row.offer.id} ${row.later}`}
          className="grid gap-3 border-line p-4 not-first:border-t lg:grid-cols-[2fr_2fr_2.5fr_auto] lg:gap-5"
        >
          <Asked request={row.request} number={row.number} groups={row.groupIds.length} />
          <div>
            <Link
              to={paths.offer(row.offer.slug)}
              className="font-[650] hover:underline focus-visible:underline"
            >
              {row.offer.title}
            </Link>
            <span className="block text-sm text-ink-soft">
              {row.offer.organisationName}, {row.offer.placeName}
            </span>
          </div>
          <div className="grid gap-1.5 text-sm">
            <p>
              {m.board_given_why({
                weeks: row.request.waitingWeeks ?? 0,
                choice: row.why.choice,
                of: row.why.of,
              })}
              {row.why.better ? ` ${BETTER[row.why.better]()}` : ''}
            </p>
            {row.later ? (
              <p className="font-[650]">{m.board_later_row({ day: formatDay(row.later, true) })}</p>
            ) : null}
            {row.shares.map(({ groups, pupils }) => (
              <p key={`${groups} ${pupils}`}>{m.board_given_shares({ count: groups, pupils })}</p>
            ))}
            <Reasons reasons={row.reasons} topics={topics} inline />
          </div>
          {canChoose ? <Choice row={row} /> : <Stand holds={row.holds} />}
        </li>
      ))}
    </ol>
  )
}

function Stand({ holds }: Pick<GivenRow, 'holds'>) {
  return (
    <p className="text-sm">
      {holds.map(({ state, groups }) => (
        <span key={state} className="block">
          {m.board_hold_stand({ groups, state: holdStateWord[state]().toLowerCase() })}
        </span>
      ))}
    </p>
  )
}

function Asked({
  request,
  number,
  groups,
}: {
  readonly request: RowRequest
  readonly number: number
  readonly groups: number
}) {
  return (
    <div>
      <span className="mr-1.5 text-sm tabular-nums text-ink-soft">{number}.</span>
      <Link to={paths.request(request.id)} className="font-[650] hover:underline focus-visible:underline">
        {request.title}
      </Link>{' '}
      {request.isDemo ? <DemoMark /> : null}
      <span className="block text-sm text-ink-soft">
        {request.placeName}, {formatLevels([{ level: request.level, years: request.years }])},{' '}
        {m.board_groups_of({ count: groups, pupils: request.groupSize })}
      </span>
    </div>
  )
}

function Choice({ row }: { readonly row: GivenRow }) {
  const about = { request: row.request.title, offer: row.offer.title }
  return (
    <div className="flex flex-wrap items-start gap-2 lg:justify-end">
      <ChoiceButton
        pair={{ groupIds: row.groupIds, offerId: row.offer.id }}
        move={row.isLocked ? 'unlock' : 'lock'}
        label={row.isLocked ? m.board_unlock_label(about) : m.board_lock_label(about)}
        pressed={row.isLocked}
      >
        {row.isLocked ? (
          <Lock aria-hidden size={17} strokeWidth={1.75} />
        ) : (
          <LockOpen aria-hidden size={17} strokeWidth={1.75} />
        )}
        {row.isLocked ? m.board_locked() : m.board_lock()}
      </ChoiceButton>
      <ChoiceButton
        pair={{ groupIds: row.groupIds, offerId: row.offer.id }}
        move="exclude"
        label={m.board_exclude_label(about)}
      >
        <Ban aria-hidden size={17} strokeWidth={1.75} />
        {m.board_exclude()}
      </ChoiceButton>
      <OfferButton
        offerId={row.offer.id}
        intent="close-offer"
        label={m.board_close_offer_label({ offer: row.offer.title })}
      >
        {m.board_close_offer()}
      </OfferButton>
    </div>
  )
}

function ChoiceButton({
  pair,
  move,
  label,
  pressed,
  children,
}: {
  readonly pair: Pick<ExcludedRow, 'groupIds' | 'offerId'>
  readonly move: ChoiceMove
  readonly label: string
  readonly pressed?: boolean
  readonly children: React.ReactNode
}) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="groupIds" value={pair.groupIds.join(',')} />
      <input type="hidden" name="offerId" value={pair.offerId} />
      <input type="hidden" name="move" value={move} />
      <Button size="small" look={pressed ? 'main' : 'second'} name="intent" value="choose" aria-label={label}>
        {children}
      </Button>
    </Form>
  )
}

function OfferButton({
  offerId,
  intent,
  label,
  children,
}: {
  readonly offerId: string
  readonly intent: 'close-offer' | 'open-offer'
  readonly label: string
  readonly children: React.ReactNode
}) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="offerId" value={offerId} />
      <Button size="small" look="quiet" name="intent" value={intent} aria-label={label}>
        {children}
      </Button>
    </Form>
  )
}

/** Offers that this round gives to nobody. */
export function ClosedOffers({
  closed,
  canChoose,
}: {
  readonly closed: RoundPage['closed']
  readonly canChoose: boolean
}) {
  return (
    <ul className="overflow-hidden rounded-md border border-line bg-surface">
      {closed.map(({ offerId, title }) => (
        <li
          key={offerId}
          className="flex flex-wrap items-center justify-between gap-3 border-line p-4 not-first:border-t"
        >
          <span>{title}</span>
          {canChoose ? (
            <OfferButton
              offerId={offerId}
              intent="open-offer"
              label={m.board_open_offer_label({ offer: title })}
            >
              {m.board_include()}
            </OfferButton>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

export function ExcludedRows({ rows }: { readonly rows: readonly ExcludedRow[] }) {
  return (
    <ul className="overflow-hidden rounded-md border border-line bg-surface">
      {rows.map((row) => (
        <li
          key={`${row.groupIds.join()} ${row.offerId}`}
          className="flex flex-wrap items-center justify-between gap-3 border-line p-4 not-first:border-t"
        >
          <span>{m.board_excluded_row({ request: row.requestTitle, offer: row.offerTitle })}</span>
          <ChoiceButton
            pair={row}
            move="include"
            label={m.board_include_label({ request: row.requestTitle, offer: row.offerTitle })}
          >
            {m.board_include()}
          </ChoiceButton>
        </li>
      ))}
    </ul>
  )
}

export function LeftRows({ rows }: { readonly rows: readonly LeftRow[] }) {
  return (
    <ol className="overflow-hidden rounded-md border border-line bg-surface" start={rows[0]?.number ?? 1}>
      {rows.map((row) => (
        <li
          key={`${row.request.id} ${row.number}`}
          className="grid gap-2 border-line p-4 not-first:border-t lg:grid-cols-[2fr_3fr] lg:gap-5"
        >
          <Asked request={row.request} number={row.number} groups={row.groups} />
          <div className="text-sm">
            <p>
              {m.board_waits_weeks({ count: row.request.waitingWeeks ?? 0 })} {whyLeftText(row.why)}
            </p>
            <p className="text-act-text">
              {row.why.kind === 'not-together'
                ? m.board_helps_apart()
                : (wouldHelpText(row.why.wouldHelp) ?? m.board_helps_nothing())}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
