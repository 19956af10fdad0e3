/** How it was: two questions, more for who likes, and what the other side said. */
import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { FactTable } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import type { Evaluation } from '../domain/evaluation'
import type { EvaluationPage } from '../queries/evaluation-page.server'
import { EvaluationForm } from './evaluation-form'
import { OnwardLinks } from './evaluation-link-screen'
import { againWord, fitWord, goalWord, ratingWord, refusalWord } from './words'

type Props = { readonly page: EvaluationPage; readonly reply: SubmissionResult<string[]> | undefined }

export function EvaluationScreen({ page, reply }: Props) {
  const { side, schoolName, companyName, offer, own, refusal, maySpeak } = page
  const other = side === 'school' ? companyName : schoolName
  return (
    <div className="page pt-4 pb-12">
      <Link
        to={paths.booking(page.bookingId)}
        className="no-print link inline-flex min-h-11 items-center gap-2 text-sm"
      >
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {m.evaluations_to_booking()}
      </Link>
      <div className="mt-1 grid max-w-[48rem] gap-6">
        <div>
          <h1>{m.evaluations_title()}</h1>
          <p className="mt-2 text-lg text-ink-soft">
            {offer.title}
            {page.date ? ` · ${formatDay(page.date, true)}` : ''} · {other}
          </p>
        </div>
        {refusal === null && maySpeak ? <EvaluationForm page={page} other={other} reply={reply} /> : null}
        {refusal !== null && !own ? <Notice tone="info">{refusalWord[refusal]()}</Notice> : null}
        {own && (refusal !== null || !maySpeak) ? <Said title={m.evaluations_own()} said={own} /> : null}
        <Others page={page} other={other} />
        {side === 'school' && own && own.rating >= 4 ? <Onward page={page} /> : null}
      </div>
    </div>
  )
}

function Others({ page: { others, own }, other }: { readonly page: EvaluationPage; readonly other: string }) {
  if (others === null) return own ? <p className="text-ink-soft">{m.evaluations_waits({ other })}</p> : null
  if (others === 'hidden') return <p className="text-ink-soft">{m.evaluations_hidden({ other })}</p>
  return <Said title={m.evaluations_of({ other })} said={others} />
}

function Said({ title, said }: { readonly title: string; readonly said: Evaluation }) {
  const facts = [
    { label: m.evaluations_rating_short(), value: ratingWord[said.rating]?.() ?? '' },
    { label: m.evaluations_again_short(), value: againWord[said.again]() },
  ]
  if (said.goal) facts.push({ label: m.evaluations_goal_short(), value: goalWord[said.goal]() })
  if (said.fit) facts.push({ label: m.evaluations_fit_short(), value: fitWord[said.fit]() })
  return (
    <section className="card p-5">
      <h2>{title}</h2>
      <div className="mt-3">
        <FactTable facts={facts} />
      </div>
      {said.text ? <p className="mt-3 max-w-(--measure) whitespace-pre-line">{said.text}</p> : null}
    </section>
  )
}

/** What was good is soon asked again: the next class, or what follows on it. */
function Onward({ page: { offer, requestId } }: { readonly page: EvaluationPage }) {
  return (
    <section className="card p-5">
      <h2>{m.evaluations_onward_title()}</h2>
      <p className="mt-2 max-w-(--measure)">{m.evaluations_onward_text()}</p>
      <OnwardLinks again={requestId} />
      <p>
        <Link to={paths.offer(offer.slug)} className="link inline-flex min-h-11 items-center">
          {m.evaluations_onward_similar()}
        </Link>
      </p>
    </section>
  )
}
