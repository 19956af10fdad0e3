/** The forms of a calendar: how many, which days, from a file, and when nobody is there. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { CheckboxRow, type FieldLike, Select, TextField } from '~/components/field'
import { formatDay } from '~/components/format'
import { addDays } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import type { CalendarPage } from '../queries/calendar-page.server'

/** Fields that show their own mistakes, in the order of the page. */
export const FIELDS = [
  'perYear',
  'perMonth',
  'from',
  'until',
  'startTime',
  'places',
  'file',
  'filePlaces',
  'closeFrom',
  'closeUntil',
  'note',
]

type Props = {
  readonly page: CalendarPage
  readonly fieldOf: (name: string, initialValue?: string) => FieldLike
  readonly here: string
}

export function CalendarForms(props: Props) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {props.page.offer.hasCapacity ? (
        <>
          <Limits {...props} />
          <Series {...props} />
          <FromFile {...props} />
        </>
      ) : null}
      <DaysOff {...props} />
    </div>
  )
}

function Box({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: React.ReactNode
}) {
  return (
    <section aria-labelledby={id} className="card grid gap-4 p-4 sm:p-5">
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      {children}
    </section>
  )
}

function Limits({ page, fieldOf, here }: Props) {
  const { perYear, perMonth, openInHolidays, sharing, usual } = page.limits
  const hint =
    usual.employees === null
      ? m.capacity_per_month_hint({ usual: usual.perMonth, week: usual.perWeek })
      : m.capacity_per_month_hint_size({
          usual: usual.perMonth,
          week: usual.perWeek,
          employees: usual.employees,
        })
  return (
    <Box id="limits" title={m.capacity_limits()}>
      <Form method="post" action={here} noValidate className="grid justify-items-start gap-4">
        <TextField
          field={fieldOf('perYear', String(perYear))}
          inputMode="numeric"
          label={m.capacity_per_year()}
          hint={m.capacity_per_year_hint()}
          width="w-32"
        />
        <TextField
          field={fieldOf('perMonth', perMonth === null ? '' : String(perMonth))}
          inputMode="numeric"
          label={m.capacity_per_month()}
          optional={m.capacity_optional()}
          hint={hint}
          width="w-32"
        />
        <CheckboxRow
          field={fieldOf('openInHolidays', openInHolidays ? 'on' : '')}
          label={m.capacity_in_holidays()}
          hint={m.capacity_in_holidays_hint()}
        />
        {sharing ? (
          <CheckboxRow
            field={fieldOf('mayShare', sharing.mayShare ? 'on' : '')}
            label={m.capacity_may_share()}
            hint={
              sharing.size === null
                ? m.capacity_may_share_no_size()
                : m.capacity_may_share_hint({ pupils: sharing.size })
            }
          />
        ) : null}
        <Button look="second" name="intent" value="limits">
          {m.capacity_limits_save()}
        </Button>
      </Form>
    </Box>
  )
}

function Series({ page, fieldOf, here }: Props) {
  const tomorrow = addDays(page.today, 1)
  return (
    <Box id="series" title={m.capacity_series()}>
      <p className="text-ink-soft">{m.capacity_series_hint()}</p>
      <Form method="post" action={here} noValidate className="grid justify-items-start gap-4">
        <div className="flex flex-wrap gap-4">
          <TextField
            field={fieldOf('from')}
            type="date"
            min={tomorrow}
            max={page.lastDay}
            label={m.capacity_first_day()}
            width="w-48"
          />
          <TextField
            field={fieldOf('startTime')}
            type="time"
            label={m.capacity_start_time()}
            optional={m.capacity_optional()}
            width="w-36"
          />
          <TextField
            field={fieldOf('places', '1')}
            inputMode="numeric"
            label={m.capacity_places()}
            width="w-24"
          />
        </div>
        <div className="flex flex-wrap gap-4">
          <Select
            field={fieldOf('everyWeeks', '0')}
            label={m.capacity_repeat()}
            options={[
              { value: '0', label: m.capacity_repeat_once() },
              { value: '1', label: m.capacity_repeat_weekly() },
              { value: '2', label: m.capacity_repeat_fortnightly() },
            ]}
            width="w-52"
          />
          <TextField
            field={fieldOf('until')}
            type="date"
            min={tomorrow}
            max={page.lastDay}
            label={m.capacity_last_day()}
            optional={m.capacity_optional()}
            width="w-48"
          />
        </div>
        <Button look="second" name="intent" value="series">
          {m.capacity_look_first()}
        </Button>
      </Form>
    </Box>
  )
}

function FromFile({ fieldOf, here }: Props) {
  return (
    <Box id="from-file" title={m.capacity_file()}>
      <Form
        method="post"
        action={here}
        noValidate
        encType="multipart/form-data"
        className="grid justify-items-start gap-4"
      >
        <TextField
          field={fieldOf('file')}
          type="file"
          accept=".ics,text/calendar"
          defaultValue={undefined}
          label={m.capacity_file_label()}
          hint={m.capacity_file_hint()}
        />
        <TextField
          field={fieldOf('filePlaces', '1')}
          inputMode="numeric"
          label={m.capacity_places()}
          width="w-24"
        />
        <Button look="second" name="intent" value="file">
          {m.capacity_look_first()}
        </Button>
      </Form>
    </Box>
  )
}

function DaysOff({ page, fieldOf, here }: Props) {
  return (
    <Box id="days-off" title={m.capacity_away()}>
      <p className="text-ink-soft">{m.capacity_away_hint()}</p>
      {page.blackouts.length > 0 ? (
        <ul className="grid gap-3">
          {page.blackouts.map(({ id, from, until, note, wholeCompany }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line pb-2"
            >
              <span>
                <span className="font-[650]">{spanWord(from, until)}</span>
                {note ? ` · ${note}` : ''}
                <span className="block text-sm text-ink-soft">
                  {wholeCompany ? m.capacity_away_all() : m.capacity_away_one()}
                </span>
              </span>
              <Form method="post" action={here} preventScrollReset>
                <input type="hidden" name="blackout" value={id} />
                <Button
                  look="second"
                  size="small"
                  name="intent"
                  value="open"
                  aria-label={`${m.capacity_away_end()}: ${spanWord(from, until)}`}
                >
                  {m.capacity_away_end()}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      ) : null}
      <Form method="post" action={here} noValidate className="grid justify-items-start gap-4">
        <div className="flex flex-wrap gap-4">
          <TextField
            field={fieldOf('closeFrom')}
            type="date"
            min={page.today}
            label={m.capacity_first_day()}
            width="w-48"
          />
          <TextField
            field={fieldOf('closeUntil')}
            type="date"
            min={page.today}
            label={m.capacity_last_day()}
            optional={m.capacity_optional()}
            width="w-48"
          />
        </div>
        <TextField
          field={fieldOf('note')}
          label={m.capacity_note()}
          optional={m.capacity_optional()}
          maxLength={120}
        />
        <CheckboxRow field={fieldOf('wholeCompany')} label={m.capacity_whole_company()} />
        <Button look="second" name="intent" value="close">
          {m.capacity_away_save()}
        </Button>
      </Form>
    </Box>
  )
}

function spanWord(from: string, until: string): string {
  return from === until ? formatDay(from, true) : `${formatDay(from, true)} – ${formatDay(until, true)}`
}
