/** What needs the reader now, most urgent first: each line with one button to the place where it is done. */
import AlarmClock from 'lucide-react/icons/alarm-clock'
import CalendarDays from 'lucide-react/icons/calendar-check'
import { ButtonLink } from '~/components/button'
import { formatNumber } from '~/components/format'
import { dueText } from '~/features/clearing/ui/words'
import type { CalendarDate } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { type Need, urgencyOf } from '../domain/needs'
import { wordsOf } from './words'

/** The rest is behind one press. */
const SHOWN = 8

type Props = {
  readonly needs: readonly Need[]
  readonly today: CalendarDate
  /** Who belongs to both sides sees for which one it is. */
  readonly withSide: boolean
}

export function NeedList({ needs, today, withSide }: Props) {
  const rest = needs.slice(SHOWN)
  const row = (need: Need) => (
    <NeedRow key={`${need.kind} ${need.id} ${need.title}`} need={need} today={today} withSide={withSide} />
  )
  return (
    <>
      <ul aria-labelledby="needs" className="card divide-y divide-line">
        {needs.slice(0, SHOWN).map(row)}
      </ul>
      {rest.length > 0 ? (
        <details className="mt-3">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-act-text underline decoration-1 underline-offset-[.22em]">
            {m.desk_more({ count: rest.length, shown: formatNumber(rest.length) })}
          </summary>
          <ul aria-labelledby="needs" className="card mt-2 divide-y divide-line">
            {rest.map(row)}
          </ul>
        </details>
      ) : null}
    </>
  )
}

type RowProps = Omit<Props, 'needs'> & { readonly need: Need }

function NeedRow({ need, today, withSide }: RowProps) {
  const { text, button, to } = wordsOf(need)
  const title = need.title || m.requests_draft_untitled()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="text-lg leading-6 font-[650] wrap-anywhere">{title}</p>
        <p className="mt-0.5">{text}</p>
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
          {need.dueOn ? <Due due={need.dueOn} today={today} /> : null}
          {withSide ? (
            <span>{need.side === 'school' ? m.desk_side_school() : m.desk_side_company()}</span>
          ) : null}
        </p>
      </div>
      <ButtonLink to={to} look="second" size="small" className="max-sm:w-full">
        {button}
        <span className="sr-only">: {title}</span>
      </ButtonLink>
    </li>
  )
}

function Due({ due, today }: { readonly due: CalendarDate; readonly today: CalendarDate }) {
  const urgency = urgencyOf({ dueOn: due }, today)
  const Icon = urgency === 0 ? AlarmClock : CalendarDays
  const look = due < today ? 'font-[650] text-danger-text' : urgency === 2 ? '' : 'font-[650] text-need-text'
  return (
    <span className={`inline-flex items-center gap-1.5 ${look}`}>
      <Icon aria-hidden size={17} strokeWidth={1.75} />
      {dueText(due, today)}
    </span>
  )
}
