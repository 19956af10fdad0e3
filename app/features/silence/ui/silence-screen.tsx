/** The page behind the mail to a silent company: shows only; the button acts. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { SilencePage } from '../queries/silence-page.server'

type Props = {
  readonly page: SilencePage
  readonly token: string
  readonly formErrors: readonly string[]
}

export function SilenceScreen({ page, token, formErrors }: Props) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  return (
    <PageFrame title={m.silence_title()} lead={page.organisationName} narrow>
      <div className="grid gap-6">
        <ErrorSummary formErrors={formErrors} fields={[]} />
        <div className="grid gap-3">
          {page.lapsed > 0 ? <p>{m.silence_lapsed({ count: page.lapsed })}</p> : null}
          <p>{page.isHidden ? m.silence_is_hidden({ count: page.hiddenOffers }) : m.silence_not_hidden()}</p>
        </div>
        <Form method="post" className="grid justify-items-start gap-5">
          <input type="hidden" name="token" value={token} />
          <Button busy={busy} busyText={m.stillright_busy()}>
            {page.isHidden ? m.silence_bring_back() : m.silence_here()}
          </Button>
          <p className="max-w-(--measure) text-sm text-ink-soft">{m.silence_too_much()}</p>
        </Form>
        <InboxLink />
      </div>
    </PageFrame>
  )
}

/** After it, for somebody who has not signed in. */
export function SilenceAnswered({ online }: { readonly online: number }) {
  return (
    <PageFrame
      title={m.silence_done_title()}
      lead={online > 0 ? m.silence_done({ count: online }) : m.silence_done_none()}
      narrow
    >
      <InboxLink />
    </PageFrame>
  )
}

function InboxLink() {
  return (
    <p>
      <Link to={paths.inbox()} className="link inline-flex min-h-11 items-center">
        {m.silence_to_inbox()}
      </Link>
    </p>
  )
}
