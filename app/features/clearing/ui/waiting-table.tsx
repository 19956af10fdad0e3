/** Requests that wait: a table, and on a phone a card for each. */
import { Link } from '@remix-run/react'
import { formatLevels } from '~/components/format'
import { DemoMark } from '~/components/notices'
import { paths } from '~/components/paths'
import { kindWord } from '~/features/finder/ui/words'
import type { CalendarDate } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { WaitingRow as Row } from '../queries/waiting-list.server'
import { dueText, reasonWord, shortened, wishWord } from './words'

const HEAD = 'px-3 pt-2.5 pb-2 text-left text-sm font-[650] text-ink-soft'
const CELL = 'px-3 pt-3 pb-2.5 align-top max-md:block max-md:px-0 max-md:py-1'
const BODY_ROW = 'border-t border-line max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:p-4'

type Props = {
  readonly rows: readonly Row[]
  readonly label: string
  readonly today: CalendarDate
}

export function WaitingTable({ rows, label, today }: Props) {
  return (
    <div className="overflow-hidden rounded-md border border-line bg-surface">
      {/* biome-ignore lint/a11y/noRedundantRoles: display block takes the role of a table away */}
      <table role="table" aria-label={label} className="w-full max-md:block">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <thead role="rowgroup" className="bg-sunken max-md:sr-only">
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <tr role="row">
            {[
              m.board_col_request(),
              m.board_col_school(),
              m.board_col_waits(),
              m.board_col_why(),
              m.board_col_fits(),
              m.board_col_follow(),
            ].map((name) => (
              // biome-ignore lint/a11y/noRedundantRoles: as above
              <th key={name} role="columnheader" scope="col" className={HEAD}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tbody role="rowgroup" className="max-md:block">
          {rows.map((row) => (
            <WaitingRow key={row.id} row={row} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** On a phone each row is a card, and each of its facts says what it is; beside the table head that would be said twice. */
function CardLabel({ children }: { readonly children: string }) {
  return (
    <span aria-hidden className="block text-xs text-ink-soft md:hidden">
      {children}
    </span>
  )
}

function WaitingRow({ row, today }: { readonly row: Row; readonly today: CalendarDate }) {
  const { request, waitingReason, wish } = row
  const kinds = request.kinds.map((kind) => kindWord[kind]()).join(', ')
  return (
    // biome-ignore lint/a11y/noRedundantRoles: display block takes the role away
    <tr role="row" className={BODY_ROW}>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <th role="rowheader" scope="row" className={`${CELL} text-left font-[400] max-md:col-span-2`}>
        <Link to={paths.boardRequest(row.id)} className="font-[650] hover:underline focus-visible:underline">
          {row.title}
        </Link>{' '}
        {row.isDemo ? <DemoMark /> : null}
        <span className="block text-sm text-ink-soft">
          {kinds}, {formatLevels([{ level: request.level, years: request.years }])}
        </span>
      </th>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <td role="cell" className={CELL}>
        <CardLabel>{m.board_col_school()}</CardLabel>
        {row.placeName}
        <span className="block text-sm text-ink-soft">
          {m.board_groups_left({ left: row.groupsLeft, of: row.groups, pupils: request.groupSize })}
        </span>
      </td>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <td role="cell" className={`${CELL} tabular-nums md:whitespace-nowrap`}>
        <CardLabel>{m.board_col_waits()}</CardLabel>
        <strong>{m.board_weeks({ count: row.waitingWeeks ?? 0 })}</strong>
        {row.allOrNone && row.groups > 1 ? (
          <span className="block text-sm">{m.board_whole_mark()}</span>
        ) : null}
        {row.mayShare ? <span className="block text-sm">{m.board_share_mark()}</span> : null}
        {row.isUrgent ? <span className="block text-sm text-need-text">{m.board_urgent_mark()}</span> : null}
      </td>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <td role="cell" className={CELL}>
        <CardLabel>{m.board_col_why()}</CardLabel>
        {waitingReason ? reasonWord[waitingReason]() : ''}
      </td>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <td role="cell" className={`${CELL} tabular-nums`}>
        <CardLabel>{m.board_col_fits()}</CardLabel>
        {row.fitting === 0 ? m.board_fits_none() : m.board_fits({ count: row.fitting, free: row.free })}
        <span className="block text-sm text-act-text">
          {wish
            ? m.board_wish_opens({ wish: wishWord[wish.wish](), count: wish.offers })
            : m.board_wish_none()}
        </span>
      </td>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <td role="cell" className={`${CELL} max-md:col-span-2`}>
        <CardLabel>{m.board_col_follow()}</CardLabel>
        <Followed row={row} today={today} />
      </td>
    </tr>
  )
}

function Followed({ row, today }: { readonly row: Row; readonly today: CalendarDate }) {
  const { ownerName, dueOn, note } = row
  return (
    <>
      {ownerName ?? <span className="text-ink-soft">{m.board_owner_nobody()}</span>}
      {dueOn ? (
        <span className={`block text-sm ${dueOn < today ? 'font-[650] text-danger-text' : ''}`}>
          {dueText(dueOn, today)}
        </span>
      ) : null}
      {note ? (
        <span className="block max-w-64 text-sm wrap-break-word text-ink-soft">{shortened(note)}</span>
      ) : null}
    </>
  )
}
