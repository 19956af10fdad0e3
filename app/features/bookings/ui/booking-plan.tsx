/** How the day goes, as both sides have written it: what is there, and who wrote it last. */
import { ButtonLink } from '~/components/button'
import { formatDay, formatKm, formatPrice } from '~/components/format'
import { paths } from '~/components/paths'
import { calendarDateOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { mapUrl, placeOf } from '../domain/address'
import type { PlanPart } from '../domain/plan'
import { planPartWord } from '../domain/plan-words'
import type { BookingFacts } from '../queries/booking-facts.server'
import type { BookingPage } from '../queries/booking-page.server'
import { vogWord } from './plan-words'
import { Programme } from './programme'

export function BookingPlan({ booking }: { readonly booking: BookingPage }) {
  const { id, mayChange, state, isParty, plan } = booking
  const mayWrite = mayChange && state === 'confirmed'
  return (
    <section className="mt-10" aria-labelledby="plan">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="plan">{m.bookings_plan_title()}</h2>
        {mayWrite ? (
          <span className="no-print">
            <ButtonLink to={paths.bookingPlan(id)} look="second" size="small">
              {plan.version === 0 ? m.bookings_plan_fill() : m.bookings_plan_change()}
            </ButtonLink>
          </span>
        ) : null}
      </div>
      <div className="mt-4 space-y-6">
        <Where booking={booking} />
        <PlanParts booking={booking} withPrivate={isParty} />
      </div>
    </section>
  )
}

/** @param withPrivate what only the two sides agree on as well. */
export function PlanParts({
  booking,
  withPrivate,
}: {
  readonly booking: BookingFacts
  readonly withPrivate: boolean
}) {
  const { plan, offer, startTime } = booking
  const vog = withPrivate ? vogWord(plan.vog, plan.vogSeenBy) : null
  return (
    <>
      <Part booking={booking} part="goal" text={plan.goal ?? offer.goal} />
      <Part booking={booking} part="preparation" text={plan.preparation ?? offer.preparation} />
      {plan.programme.length > 0 ? (
        <section>
          <h3>{planPartWord.programme()}</h3>
          <Programme rows={plan.programme} startTime={startTime} durationMinutes={offer.durationMinutes} />
          <LastBy booking={booking} part="programme" />
        </section>
      ) : null}
      <Part booking={booking} part="schoolBrings" text={plan.schoolBrings} />
      <Part booking={booking} part="companyBrings" text={plan.companyBrings} />
      {withPrivate ? (
        <>
          <Part booking={booking} part="access" text={plan.access} />
          <Part
            booking={booking}
            part="cost"
            text={plan.cost ?? m.bookings_plan_cost_of_offer({ price: formatPrice(offer.costCents) })}
          />
          <Part booking={booking} part="vog" text={vog} />
        </>
      ) : null}
    </>
  )
}

function Where({ booking }: { readonly booking: BookingPage }) {
  const { offer, school, plan, distanceKm } = booking
  const map = mapUrl(booking)
  return (
    <section>
      <h3>{m.bookings_where()}</h3>
      <p className="mt-1">{placeOf(booking) ?? m.bookings_place_online()}</p>
      {map ? (
        <p className="text-ink-soft">
          {m.bookings_apart({ distance: formatKm(distanceKm), school: school.name })}{' '}
          <a href={map} className="link no-print" rel="noreferrer" target="_blank">
            {m.bookings_plan_map()}
          </a>
        </p>
      ) : null}
      {offer.accessNotes ? (
        <p className="mt-2 max-w-(--measure) whitespace-pre-line">{offer.accessNotes}</p>
      ) : null}
      {plan.arrival ? (
        <>
          <p className="mt-2 max-w-(--measure) whitespace-pre-line">{plan.arrival}</p>
          <LastBy booking={booking} part="arrival" />
        </>
      ) : null}
    </section>
  )
}

type PartProps = { readonly booking: BookingFacts; readonly part: PlanPart }

function Part({ booking, part, text }: PartProps & { readonly text: string | null }) {
  if (!text) return null
  return (
    <section>
      <h3>{planPartWord[part]()}</h3>
      <p className="mt-1 max-w-(--measure) whitespace-pre-line">{text}</p>
      <LastBy booking={booking} part={part} />
    </section>
  )
}

function LastBy({ booking: { plan, school, organisation }, part }: PartProps) {
  const change = plan.changes[part]
  if (!change) return null
  const who = change.by === 'school' ? school.name : organisation.name
  return (
    <p className="mt-1 text-sm text-ink-soft">
      {m.bookings_plan_last_by({ who, day: formatDay(calendarDateOf(new Date(change.at)), true) })}
    </p>
  )
}
