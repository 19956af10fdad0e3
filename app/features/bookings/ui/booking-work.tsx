/** What the reader can do now: first what is asked, then the ways to change. Each step is an address and a plain form. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { BookingPage } from '../queries/booking-page.server'
import { type BookingReply, CancelForm, ChooseForm, DoneForm, MissedForm, MoveForm } from './booking-forms'

type Props = { readonly booking: BookingPage; readonly reply: BookingReply; readonly asked: string | null }

export function BookingWork({ booking, reply, asked }: Props) {
  const { side, mayChange, state, stage, date, today } = booking
  if (!mayChange || (side !== 'school' && side !== 'company')) return null
  const isOpen = state === 'confirmed'
  if (isOpen && asked === 'cancel' && stage !== 'to-report')
    return <CancelForm booking={booking} side={side} reply={reply} />
  if (isOpen && asked === 'move' && !booking.shared)
    return <MoveForm booking={booking} side={side} reply={reply} />
  const dayHasCome = date !== null && date <= today
  return (
    <>
      {stage === 'to-agree' ? <Agree booking={booking} reply={reply} side={side} /> : null}
      {side === 'school' && dayHasCome && (isOpen || state === 'no-show') ? (
        <DoneForm booking={booking} reply={reply} />
      ) : null}
      {mayTell(booking, side) ? <HowWasIt booking={booking} side={side} /> : null}
      {isOpen && dayHasCome ? <MissedForm side={side} reply={reply} /> : null}
      {isOpen ? <Changes booking={booking} /> : null}
    </>
  )
}

/** The school says first that the lesson was given; the company may speak from the day after. */
function mayTell({ state, date, today }: BookingPage, side: 'school' | 'company'): boolean {
  return state === 'done' || (state === 'confirmed' && side === 'company' && date !== null && date < today)
}

function HowWasIt({
  booking: { id, evaluatedBy },
  side,
}: {
  readonly booking: BookingPage
  readonly side: 'school' | 'company'
}) {
  if (evaluatedBy.includes(side))
    return (
      <p className="no-print mt-5">
        <Link to={paths.evaluation(id)} className="link inline-flex min-h-11 items-center">
          {m.evaluations_read()}
        </Link>
      </p>
    )
  return (
    <section className="no-print card mt-6 p-5">
      <h2>{m.evaluations_title()}</h2>
      <p className="mt-2">{m.evaluations_ask_text()}</p>
      <div className="mt-4">
        <ButtonLink to={paths.evaluation(id)}>{m.evaluations_ask()}</ButtonLink>
      </div>
    </section>
  )
}

function Changes({ booking: { id, stage, shared } }: { readonly booking: BookingPage }) {
  const to = (step: string) => `${paths.booking(id)}?do=${step}`
  return (
    <p className="no-print mt-5 flex flex-wrap gap-x-6 gap-y-1">
      {shared ? <span className="w-full max-w-(--measure)">{m.bookings_shared_stays()}</span> : null}
      {stage === 'to-agree' || shared ? null : (
        <Link to={to('move')} className="link inline-flex min-h-11 items-center">
          {m.bookings_move()}
        </Link>
      )}
      {stage === 'to-report' ? null : (
        <Link to={to('cancel')} className="link inline-flex min-h-11 items-center">
          {m.bookings_cancel()}
        </Link>
      )}
    </p>
  )
}

/** There is no date yet: who is to do what, and by when. */
function Agree({ booking, reply, side }: Omit<Props, 'asked'> & { readonly side: 'school' | 'company' }) {
  const { options, agreeBy } = booking
  const by = agreeBy === null ? '' : formatDay(agreeBy)
  if (options.length > 0 && side === 'school') return <ChooseForm booking={booking} by={by} reply={reply} />
  return (
    <>
      <div className="mt-6">
        <Notice tone="need">
          {options.length > 0
            ? m.bookings_school_chooses({ days: options.map((day) => formatDay(day)).join(', '), by })
            : m.bookings_agree_together({ by })}
        </Notice>
      </div>
      <MoveForm booking={booking} side={side} reply={reply} />
    </>
  )
}
