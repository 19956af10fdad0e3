/** One page for colleagues and parents: what, when, where, the programme. Nothing of a person stands on it. */
import { formatClock, formatDay, formatDuration } from '~/components/format'
import { Notice } from '~/components/notices'
import { type Fact, TitleBlock } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import { classWord } from '../domain/words'
import type { BookingSheet as Sheet } from '../queries/booking-sheet.server'
import { Programme } from './programme'

export function BookingSheet({ sheet }: { readonly sheet: Sheet }) {
  return (
    <article>
      {sheet.isCancelled ? (
        <div className="mb-5">
          <Notice tone="need">{m.bookings_sheet_cancelled()}</Notice>
        </div>
      ) : null}
      <p className="text-lg text-ink-soft">
        {m.bookings_between({ school: sheet.school, company: sheet.company })}
      </p>
      <h1 className="mt-1">{sheet.title}</h1>
      <TitleBlock facts={factsOf(sheet)} className="mt-5" />
      <div className="mt-6 space-y-6">
        <Words title={m.bookings_plan_goal()} text={sheet.goal} />
        <Words title={m.bookings_sheet_what()} text={sheet.description} />
        {sheet.programme.length > 0 ? (
          <section>
            <h2>{m.bookings_plan_programme()}</h2>
            <Programme
              rows={sheet.programme}
              startTime={sheet.startTime}
              durationMinutes={sheet.durationMinutes}
            />
          </section>
        ) : null}
        <Words title={m.bookings_where()} text={sheet.address ?? m.bookings_place_online()} />
        <Words title={m.bookings_plan_arrival()} text={sheet.arrival} />
        <Words title={m.bookings_preparation()} text={sheet.preparation} />
        <Words title={m.bookings_plan_school_brings()} text={sheet.schoolBrings} />
      </div>
    </article>
  )
}

function Words({ title, text }: { readonly title: string; readonly text: string | null }) {
  if (!text) return null
  return (
    <section>
      <h2>{title}</h2>
      <p className="mt-1 max-w-(--measure) whitespace-pre-line">{text}</p>
    </section>
  )
}

function factsOf({ date, startTime, durationMinutes, level, years }: Sheet): Fact[] {
  const facts: Fact[] = [
    { label: m.bookings_sheet_day(), value: date === null ? m.bookings_no_date() : formatDay(date, true) },
    {
      label: m.bookings_fact_time(),
      value: startTime === null ? m.bookings_time_unknown() : formatClock(startTime),
    },
    { label: m.common_fact_for(), value: classWord(level, years) },
  ]
  if (durationMinutes !== null)
    facts.push({ label: m.common_fact_duration(), value: formatDuration(durationMinutes) })
  return facts
}
