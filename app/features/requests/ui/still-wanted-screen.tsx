/** The page behind the mail "still wanted?": shows the question; yes and no act. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { FactTable } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import type { StillWantedPage } from '../domain/still-wanted-page'
import { requestStateWord } from './words'

type Props = {
  readonly page: StillWantedPage
  readonly token: string
  readonly formErrors: readonly string[]
}

export function StillWantedScreen({ page, token, formErrors }: Props) {
  const { title, schoolName, waitingSince, answerBy, groups, state } = page
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  const facts = [
    { label: m.requests_still_request(), value: title },
    { label: m.requests_fact_school(), value: schoolName },
    ...(waitingSince ? [{ label: m.requests_still_since(), value: formatDay(waitingSince, true) }] : []),
    { label: m.requests_still_groups(), value: m.requests_still_groups_of(groups) },
  ]
  return (
    <PageFrame title={m.requests_still_title()} narrow>
      <div className="grid gap-6">
        <ErrorSummary formErrors={formErrors} fields={[]} />
        <FactTable facts={facts} />
        {state === 'waiting' ? (
          <>
            {answerBy ? (
              <Notice tone="need">{m.requests_mail_still_until({ day: formatDay(answerBy, true) })}</Notice>
            ) : null}
            <p>{m.requests_still_text()}</p>
            <Form method="post" className="flex flex-wrap gap-3">
              <input type="hidden" name="token" value={token} />
              <Button name="answer" value="yes" busy={busy} busyText={m.requests_busy_sending()}>
                {m.requests_still_yes()}
              </Button>
              <Button name="answer" value="no" look="second" busy={busy} busyText={m.requests_busy_sending()}>
                {m.requests_still_no()}
              </Button>
            </Form>
          </>
        ) : (
          <Notice>{m.requests_still_over({ state: requestStateWord[state]().toLowerCase() })}</Notice>
        )}
      </div>
    </PageFrame>
  )
}

/** After the answer: what happens now, for somebody who has not signed in. */
export function StillWantedAnswered({ yes }: { readonly yes: boolean }) {
  return (
    <PageFrame
      title={yes ? m.requests_still_kept() : m.requests_still_withdrawn()}
      lead={yes ? m.requests_still_kept_text() : m.requests_still_withdrawn_text()}
      narrow
    >
      <p>
        <Link to={paths.requests()} className="link inline-flex min-h-11 items-center">
          {m.requests_mine_title()}
        </Link>
      </p>
    </PageFrame>
  )
}
