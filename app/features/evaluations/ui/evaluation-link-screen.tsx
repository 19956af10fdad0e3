/** The page behind the link of a mail: two questions, and what can follow. Looking at it does nothing. */
import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { EvaluationPage } from '../queries/evaluation-page.server'
import { EvaluationForm } from './evaluation-form'
import { refusalWord } from './words'

type Props = { readonly page: EvaluationPage; readonly reply: SubmissionResult<string[]> | undefined }

export function EvaluationLinkScreen({ page, reply }: Props) {
  const { side, offer, date, schoolName, companyName, refusal, pupilsToCount } = page
  const other = side === 'school' ? companyName : schoolName
  const lead = [offer.title, ...(date ? [formatDay(date, true)] : []), other].join(' · ')
  const canSpeak = refusal === null || (refusal === 'not-yet' && pupilsToCount !== null)
  return (
    <PageFrame title={m.evaluations_title()} lead={lead} narrow>
      {canSpeak ? (
        <div className="grid gap-5">
          <EvaluationForm page={page} other={other} reply={reply} pupils={pupilsToCount} />
          {pupilsToCount === null ? null : (
            <p>
              <Link to={paths.booking(page.bookingId)} className="link inline-flex min-h-11 items-center">
                {m.evaluations_link_not_given()}
              </Link>
            </p>
          )}
        </div>
      ) : (
        <Notice tone="info">{refusalWord[refusal ?? 'not-yet']()}</Notice>
      )}
    </PageFrame>
  )
}

/** After it, for somebody who has not signed in. */
export function EvaluatedScreen({ again }: { readonly again: string | null }) {
  return (
    <PageFrame title={m.evaluations_link_thanks()} lead={m.evaluations_news()} narrow>
      {again ? (
        <section className="card p-5">
          <h2>{m.evaluations_onward_title()}</h2>
          <p className="mt-2 max-w-(--measure)">{m.evaluations_onward_text()}</p>
          <OnwardLinks again={again} />
        </section>
      ) : null}
    </PageFrame>
  )
}

/** The same for the next class, or what this one has not seen. @param again the request that it came from. */
export function OnwardLinks({ again }: { readonly again: string }) {
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
      <ButtonLink to={paths.requestAgain(again)} look="second">
        {m.evaluations_onward_again()}
      </ButtonLink>
      <Link to={paths.classHistory()} className="link inline-flex min-h-11 items-center">
        {m.evaluations_onward_new()}
      </Link>
    </p>
  )
}
