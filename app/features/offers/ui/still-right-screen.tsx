/** The page behind the mail "still right?": shows the offers; the button acts. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { StillRightOffer } from '../domain/still-right'
import type { StillRightPage } from '../queries/still-right-page.server'

type Props = {
  readonly page: StillRightPage
  readonly token: string
  readonly formErrors: readonly string[]
}

export function StillRightScreen({ page, token, formErrors }: Props) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  const isPaused = page.offers.length > 0 && page.offers.every(({ pausesOn }) => pausesOn === null)
  return (
    <PageFrame title={m.stillright_title()} lead={page.organisationName} narrow>
      <div className="grid gap-6">
        <ErrorSummary formErrors={formErrors} fields={[]} />
        {page.offers.length === 0 ? (
          <Notice>{m.stillright_nothing()}</Notice>
        ) : (
          <Form method="post" className="grid justify-items-start gap-5">
            <input type="hidden" name="token" value={token} />
            <p>{isPaused ? m.stillright_paused_text() : m.stillright_text()}</p>
            <ul className="grid w-full gap-2">
              {page.offers.map((offer) => (
                <li key={offer.id}>
                  <OfferRow offer={offer} />
                </li>
              ))}
            </ul>
            <Button busy={busy} busyText={m.stillright_busy()}>
              {isPaused ? m.stillright_bring_back() : m.stillright_yes({ count: page.offers.length })}
            </Button>
            <p className="text-sm text-ink-soft">{m.stillright_unticked()}</p>
          </Form>
        )}
        <p>
          <Link
            to={paths.myOrganisation({ of: page.organisationId })}
            className="link inline-flex min-h-11 items-center"
          >
            {m.stillright_change()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}

function OfferRow({ offer: { id, title, confirmedOn, pausesOn } }: { readonly offer: StillRightOffer }) {
  return (
    <label className="flex min-h-[50px] items-start gap-3 rounded-md border border-line-strong bg-surface px-3 pt-3 pb-2.5 has-checked:border-2 has-checked:border-act has-checked:bg-act-soft has-checked:px-[11px]">
      <input type="checkbox" name="offers" value={id} defaultChecked className="mt-0.5 size-5 shrink-0" />
      <span>
        {title}
        <span className="block text-sm text-ink-soft">
          {m.stillright_confirmed({ day: formatDay(confirmedOn, true) })}
          {' · '}
          {pausesOn ? m.stillright_pauses({ day: formatDay(pausesOn, true) }) : m.stillright_is_paused()}
        </span>
      </span>
    </label>
  )
}

/** After the answer: what happens now, for somebody who has not signed in. */
export function StillRightAnswered({
  online,
  incomplete,
}: {
  readonly online: number
  readonly incomplete: number
}) {
  return (
    <PageFrame title={m.stillright_done_title()} lead={m.stillright_done({ count: online })} narrow>
      <div className="grid gap-4">
        {incomplete > 0 ? (
          <Notice tone="need">{m.stillright_incomplete({ count: incomplete })}</Notice>
        ) : null}
        <p>
          <Link to={paths.myOrganisation()} className="link inline-flex min-h-11 items-center">
            {m.stillright_change()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}
