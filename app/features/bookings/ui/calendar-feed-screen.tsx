/** The own bookings in the own calendar: an address that is shown once, made anew, or ended. */
import { Form, Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Button, ButtonLink } from '~/components/button'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import type { CalendarDate } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'

type Props = {
  /** Since when there is one. */
  readonly since: CalendarDate | null
  /** Just made. */
  readonly address: string | null
}

export function CalendarFeedScreen({ since, address }: Props) {
  return (
    <div className="page pt-4 pb-12">
      <Link to={paths.bookings()} className="link inline-flex min-h-11 items-center gap-2 text-sm">
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {m.bookings_all()}
      </Link>
      <div className="mt-1 grid max-w-[48rem] gap-6">
        <div>
          <h1>{m.bookings_feed_title()}</h1>
          <p className="mt-3 max-w-(--measure) text-lg text-ink-soft">{m.bookings_feed_lead()}</p>
        </div>
        {address ? <Made address={address} /> : null}
        {since && !address ? (
          <Notice tone="info">{m.bookings_feed_is_on({ day: formatDay(since, true) })}</Notice>
        ) : null}
        <Form method="post" className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button name="intent" value="make" look={since ? 'second' : 'main'}>
            {since ? m.bookings_feed_renew() : m.bookings_feed_make()}
          </Button>
          {since ? (
            <Button name="intent" value="end" look="quiet">
              {m.bookings_feed_end()}
            </Button>
          ) : null}
        </Form>
        <p className="max-w-(--measure) text-sm text-ink-soft">{m.bookings_feed_secret()}</p>
      </div>
    </div>
  )
}

function Made({ address }: { readonly address: string }) {
  return (
    <section className="card grid gap-4 p-5" aria-labelledby="feed-made">
      <h2 id="feed-made">{m.bookings_feed_made()}</h2>
      <label className="grid gap-1">
        <span className="font-[650]">{m.bookings_feed_address()}</span>
        <input
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
          className="h-12 w-full rounded-md border border-line-strong bg-surface px-3 text-sm"
        />
      </label>
      <ol className="list-decimal space-y-2 pl-6">
        <li>{m.bookings_feed_how_copy()}</li>
        <li>{m.bookings_feed_how_google()}</li>
        <li>{m.bookings_feed_how_outlook()}</li>
      </ol>
      <div>
        <ButtonLink to={address.replace(/^https?:/, 'webcal:')} look="second">
          {m.bookings_feed_open()}
        </ButtonLink>
      </div>
    </section>
  )
}
