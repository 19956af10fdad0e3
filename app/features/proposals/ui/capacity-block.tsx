/** What the offer still has to give, so that a yes is safe: the sentence with figures first, then one block per session. */
import { Link } from '@remix-run/react'
import { formatDay, formatSchoolYear } from '~/components/format'
import { paths } from '~/components/paths'
import { daysOfSchoolYear, schoolYearOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { ProposalPage, Slot } from '../queries/proposal-page.server'

const BLOCKS_MAX = 40
const SHOWN_MAX = 6

export function CapacityBlock({ page, canEdit }: { readonly page: ProposalPage; readonly canEdit: boolean }) {
  if (page.slots.length === 0) return null
  const shown = page.slots.slice(0, SHOWN_MAX)
  return (
    <section aria-labelledby="capacity" className="rounded-md border border-line bg-surface p-4">
      <h3 id="capacity" className="text-md">
        {page.offer.title}
      </h3>
      <ul className="mt-1 space-y-3">
        {shown.map((slot) => (
          <li key={`${slot.from}${slot.until}`}>
            <p className="text-sm text-ink-soft">{slotSentence(slot)}</p>
            {slot.places <= BLOCKS_MAX ? <Blocks slot={slot} /> : null}
          </li>
        ))}
      </ul>
      {page.slots.length > SHOWN_MAX ? (
        <p className="mt-2 text-sm text-ink-soft">
          {m.proposals_more_slots({ count: page.slots.length - SHOWN_MAX })}
        </p>
      ) : null}
      {canEdit ? (
        <p className="mt-2 text-sm">
          <Link to={paths.editOffer(page.offer.id)} className="link">
            {m.proposals_edit_offer()}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

function slotSentence(slot: Slot): string {
  const figures = {
    places: slot.places,
    booked: slot.booked,
    held: slot.held,
    free: slot.places - slot.booked - slot.held,
  }
  return `${spanWord(slot)}: ${slot.held > 0 ? m.proposals_slot_held(figures) : m.proposals_slot(figures)}`
}

/** A school year is called so; a month or a session by its days. */
function spanWord({ from, until }: Slot): string {
  const year = schoolYearOf(from)
  const whole = daysOfSchoolYear(year)
  if (whole.from === from && whole.until === until)
    return m.proposals_school_year({ year: formatSchoolYear(year) })
  return from === until ? formatDay(from) : `${formatDay(from)} – ${formatDay(until)}`
}

function Blocks({ slot }: { readonly slot: Slot }) {
  const look = (i: number) =>
    i < slot.booked
      ? 'border-act bg-act'
      : i < slot.booked + slot.held
        ? 'border-hold-text bg-hold-soft'
        : 'border-line-strong bg-surface'
  return (
    <div aria-hidden className="mt-1.5 flex flex-wrap gap-1">
      {Array.from({ length: slot.places }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks have nothing else that tells them apart
        <span key={i} className={`h-3 min-w-4 flex-1 rounded-xs border-2 ${look(i)}`} />
      ))}
    </div>
  )
}
