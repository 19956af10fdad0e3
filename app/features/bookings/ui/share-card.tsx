/** The address for parents: made and shown once, made anew, or ended. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { formatDay } from '~/components/format'
import type { CalendarDate } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'

type Props = {
  readonly since: CalendarDate | null
  /** Just made. */
  readonly address: string | null
}

export function ShareCard({ since, address }: Props) {
  const isOn = since !== null || address !== null
  return (
    <section className="no-print card grid gap-4 p-5" aria-labelledby="share">
      <h2 id="share">{m.bookings_share_title()}</h2>
      <p className="max-w-(--measure)">{m.bookings_share_text()}</p>
      {address ? (
        <label className="grid gap-1">
          <span className="font-[650]">{m.bookings_share_address()}</span>
          <input
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
            className="h-12 w-full rounded-md border border-line-strong bg-surface px-3 text-sm"
          />
          <span className="text-sm text-ink-soft">{m.bookings_share_once()}</span>
        </label>
      ) : null}
      {since && !address ? <p>{m.bookings_share_is_on({ day: formatDay(since, true) })}</p> : null}
      <Form method="post" className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button name="intent" value="make" look="second">
          {isOn ? m.bookings_share_renew() : m.bookings_share_make()}
        </Button>
        {isOn ? (
          <Button name="intent" value="end" look="quiet">
            {m.bookings_share_end()}
          </Button>
        ) : null}
      </Form>
    </section>
  )
}
