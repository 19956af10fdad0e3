/** Below the comparison: the question to several of them at once, by the form of the request. */
import { Form, Link, useNavigation } from '@remix-run/react'
import Send from 'lucide-react/icons/send'
import { Button } from '~/components/button'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { ComparedOffer } from '../../matchmaking/queries/compare-page.server'
import type { RequestPage } from '../queries/request-page.server'

type Props = { readonly request: RequestPage; readonly offers: readonly ComparedOffer[] }

export function SendCompared({ request, offers }: Props) {
  const sending = useNavigation().state === 'submitting'
  if (!request.mayEdit || !request.isRunning || request.unplaced === 0) return null
  const taken = new Set([...request.proposals, ...request.offered].map(({ offerId }) => offerId))
  const open = offers.filter(({ id, openPlaces }) => openPlaces !== null && !taken.has(id))
  if (open.length === 0) return <p>{m.requests_compare_all_asked()}</p>
  return (
    <Form method="post" action={paths.request(request.id)} className="no-print card grid gap-3 p-5">
      <fieldset>
        <legend className="font-[650]">{m.requests_compare_send()}</legend>
        <div className="mt-2 grid gap-2">
          {open.map(({ id, title, organisationId, organisationName }) => {
            const lately = request.askedLately.find((one) => one.organisationId === organisationId)
            if (lately)
              return (
                <p key={id} className="text-sm">
                  {m.requests_asked_lately({ organisation: organisationName })}{' '}
                  <Link to={paths.request(lately.requestId)} className="link">
                    {lately.title}
                  </Link>
                </p>
              )
            return (
              <label key={id} className="inline-flex min-h-11 items-center gap-3">
                <input type="checkbox" name="offerIds" value={id} className="size-5 shrink-0" />
                <span className="wrap-anywhere">
                  <b>{organisationName}</b>, {title}
                </span>
              </label>
            )
          })}
        </div>
      </fieldset>
      <label htmlFor="request-message" className="font-[650]">
        {m.requests_message()} <span className="font-[400] text-ink-soft">({m.requests_optional()})</span>
      </label>
      <textarea id="request-message" name="message" rows={3} maxLength={2000} className="field-box" />
      <p className="text-sm">{m.requests_send_explained()}</p>
      <div>
        <Button name="intent" value="send" busy={sending} busyText={m.requests_busy_sending()}>
          <Send aria-hidden size={20} strokeWidth={1.75} />
          {m.requests_send()}
        </Button>
      </div>
    </Form>
  )
}
