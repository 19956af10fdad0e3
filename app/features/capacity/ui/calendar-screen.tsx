/** The calendar of an offer: what the year gives, one month by days, and the forms that change it. */
import type { SubmissionResult } from '@conform-to/dom'
import { Link } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import type { FieldLike } from '~/components/field'
import { formProblems } from '~/components/form-problems'
import { formatDay, formatNumber, formatSchoolYear } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { CalendarPage } from '../queries/calendar-page.server'
import type { SessionsPlan } from '../queries/planned-sessions.server'
import { CalendarForms, FIELDS } from './calendar-forms'
import { MonthGrid } from './month-grid'
import { PlannedSessions } from './planned-sessions'
import { YearStrip } from './year-strip'

type Props = {
  readonly page: CalendarPage
  readonly plan: SessionsPlan | null
  readonly reply: SubmissionResult<string[]> | undefined
  /** Where the forms post: the month stays. */
  readonly here: string
}

export function CalendarScreen({ page, plan, reply, here }: Props) {
  const { offer } = page
  const fieldOf = (name: string, initialValue?: string): FieldLike => ({
    id: `calendar-${name}`,
    name,
    errors: reply?.error?.[name] ?? undefined,
    initialValue: reply?.initialValue?.[name] ?? initialValue,
  })
  return (
    <PageFrame
      title={m.capacity_title()}
      lead={
        <>
          <Link to={paths.editOffer(offer.id)} className="link">
            {offer.title}
          </Link>
          {` · ${offer.organisationName}`}
        </>
      }
    >
      <div className="grid gap-8">
        <ErrorSummary formErrors={formProblems(reply, FIELDS)} fields={FIELDS.map((name) => fieldOf(name))} />
        <State page={page} />
        {plan ? <PlannedSessions plan={plan} here={here} /> : null}
        {offer.hasCapacity ? (
          <>
            <section aria-labelledby="year">
              <h2 id="year">{m.capacity_year({ year: formatSchoolYear(page.schoolYear) })}</h2>
              <YearLine page={page} />
              <YearStrip page={page} />
            </section>
            <MonthGrid page={page} here={here} />
          </>
        ) : null}
        <CalendarForms page={page} fieldOf={fieldOf} here={here} />
        <p>
          <Link to={paths.myOrganisation({ of: offer.organisationId })} className="link">
            {m.capacity_back()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}

function State({ page: { offer } }: { readonly page: CalendarPage }) {
  if (!offer.hasCapacity) return <Notice>{m.capacity_not_needed()}</Notice>
  if (offer.state === 'paused')
    return (
      <Notice tone="need">
        <p>
          {offer.pausedUntil
            ? m.capacity_paused_until({ day: formatDay(offer.pausedUntil, true) })
            : m.capacity_paused()}
        </p>
        <Link to={paths.myOrganisation({ of: offer.organisationId })} className="link">
          {m.capacity_to_pause()}
        </Link>
      </Notice>
    )
  return offer.state === 'draft' ? <Notice>{m.capacity_draft()}</Notice> : null
}

function YearLine({ page: { year } }: { readonly page: CalendarPage }) {
  const { open, places, held, booked, withoutDay } = year
  return (
    <p className="mt-2 max-w-(--measure)">
      {m.capacity_year_line({
        count: open,
        open: formatNumber(open),
        places: formatNumber(places),
        booked: formatNumber(booked),
        held: formatNumber(held),
      })}
      {withoutDay > 0
        ? ` ${m.capacity_without_day({ count: withoutDay, shown: formatNumber(withoutDay) })}`
        : ''}
    </p>
  )
}
