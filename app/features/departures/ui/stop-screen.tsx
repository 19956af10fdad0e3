/** An owner stops the organisation: what ends first, then the choice about what was promised. */
import type { SubmissionResult } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { CheckboxRow, ChoiceRows, Fieldset } from '~/components/field'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { replyField } from '~/features/proposals/ui/reply-field'
import * as m from '~/paraglide/messages'
import type { StopPage } from '../queries/stop-page.server'

type Props = { readonly page: StopPage; readonly reply: SubmissionResult<string[]> | undefined }

export function StopScreen({ page, reply }: Props) {
  const navigation = useNavigation()
  const busy = navigation.state === 'submitting'
  if (page.stoppedOn !== null)
    return (
      <PageFrame title={m.departures_stopped_title()} lead={page.name} narrow>
        <div className="grid gap-6">
          <ErrorSummary formErrors={reply?.error?.[''] ?? undefined} fields={[]} />
          <p>{m.departures_stopped_text({ day: formatDay(page.stoppedOn, true) })}</p>
          <Form method="post">
            <input type="hidden" name="organisation" value={page.id} />
            <Button name="intent" value="back" look="second" busy={busy} busyText={m.bookings_busy()}>
              {m.departures_back()}
            </Button>
          </Form>
        </div>
      </PageFrame>
    )
  const bookings = replyField(reply, 'bookings')
  const sure = replyField(reply, 'sure')
  return (
    <PageFrame title={m.departures_title({ name: page.name })} lead={m.departures_lead()} narrow>
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary formErrors={reply?.error?.[''] ?? undefined} fields={[bookings, sure]} />
        <input type="hidden" name="organisation" value={page.id} />
        <ul className="list-disc space-y-1 pl-6">
          <li>{m.departures_offers({ count: page.offers })}</li>
          <li>{m.departures_questions({ count: page.questions })}</li>
          <li>{m.departures_kept({ count: page.keptPlaces })}</li>
          <li>{m.departures_bookings({ count: page.bookings })}</li>
        </ul>
        <Fieldset field={bookings} legend={m.departures_bookings_legend()}>
          <ChoiceRows
            field={bookings}
            kind="radio"
            options={[
              { value: 'keep', label: m.departures_keep(), hint: m.departures_keep_hint() },
              { value: 'cancel', label: m.departures_cancel(), hint: m.departures_cancel_hint() },
            ]}
          />
        </Fieldset>
        <Notice tone="need">{m.departures_for_good()}</Notice>
        <CheckboxRow field={sure} label={m.departures_sure()} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button name="intent" value="stop" look="danger" busy={busy} busyText={m.bookings_busy()}>
            {m.departures_stop()}
          </Button>
          <Link to={paths.myOrganisation({ of: page.id })} className="link inline-flex min-h-11 items-center">
            {m.departures_stay()}
          </Link>
        </div>
      </Form>
    </PageFrame>
  )
}
