/** Offers what fits to a request nearby by one press; words and days are asked only of who opens them. */
import { Form, useNavigation } from '@remix-run/react'
import Send from 'lucide-react/icons/send'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextArea, TextField } from '~/components/field'
import type { NearbyRow } from '~/features/matchmaking/queries/requests-nearby-page.server'
import * as m from '~/paraglide/messages'
import { OFFERED_TEXT_MAX } from '../domain/offered'
import { MAX_DATE_OPTIONS } from '../domain/proposal'
import { type Reply, replyField } from './reply-field'

type Props = {
  readonly row: NearbyRow
  readonly offer: { readonly id: string; readonly title: string }
  /** What the form of this row came back with. */
  readonly reply: Reply
}

export function OfferForm({ row, offer, reply }: Props) {
  const navigation = useNavigation()
  if (row.offering === 'none') return null
  if (row.offering !== 'free')
    return (
      <p className="text-sm text-ink-soft">
        {row.offering === 'refused' ? m.proposals_offering_refused() : m.proposals_offering_enough()}
      </p>
    )
  const field = (name: string) => {
    const known = replyField(reply, name)
    return { ...known, id: `${known.id}-${row.id}` }
  }
  const message = field('message')
  const days = Array.from({ length: MAX_DATE_OPTIONS }, (_, i) => field(`days[${i}]`))
  const [from, until] = [field('from'), field('until')]
  const busy = navigation.state !== 'idle' && navigation.formData?.get('request') === row.id
  return (
    <Form method="post" noValidate preventScrollReset className="grid gap-3">
      <ErrorSummary formErrors={reply?.error?.[''] ?? undefined} fields={[message, ...days, from, until]} />
      <input type="hidden" name="intent" value="offer" />
      <input type="hidden" name="request" value={row.id} />
      <input type="hidden" name="offer" value={offer.id} />
      <details open={reply !== undefined}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-act-text underline decoration-1 underline-offset-[.22em]">
          {m.proposals_offering_more()}
        </summary>
        <div className="mt-2 grid gap-4">
          <TextArea
            field={message}
            label={m.proposals_offering_message()}
            optional={m.proposals_optional()}
            hint={m.proposals_offering_message_hint()}
            rows={3}
            maxLength={OFFERED_TEXT_MAX}
          />
          <fieldset>
            <legend className="font-[650]">{m.proposals_offering_days()}</legend>
            <p className="text-sm text-ink-soft">{m.proposals_offering_days_hint()}</p>
            <div className="mt-2 grid gap-3 sm:grid-cols-3">
              {days.map((day, i) => (
                <TextField
                  key={day.name}
                  field={day}
                  label={m.proposals_option({ number: i + 1 })}
                  type="date"
                />
              ))}
            </div>
            <div className="mt-3 grid gap-3 sm:grid-cols-3">
              <TextField field={from} label={m.proposals_offering_from()} type="date" />
              <TextField field={until} label={m.proposals_offering_until()} type="date" />
            </div>
          </fieldset>
        </div>
      </details>
      <div>
        <Button look="second" busy={busy} busyText={m.proposals_sending()}>
          <Send aria-hidden size={20} strokeWidth={1.75} />
          {m.proposals_offering_send()}
          <span className="sr-only">
            {' '}
            {m.proposals_offering_send_what({ offer: offer.title, rank: row.rank })}
          </span>
        </Button>
      </div>
    </Form>
  )
}
