/** How a company answers, what that does, and what would raise it: told to the company alone. */
import { Link } from '@remix-run/react'
import { formatNumber } from '~/components/format'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { AnswerStanding } from '../domain/answer-standing'

export function AnswerStandingCard({ standing }: { readonly standing: AnswerStanding }) {
  const { asked, answered, open, medianDays, score, scoreAfter, mark } = standing
  return (
    <section aria-labelledby="standing" className="card grid gap-2 p-4 sm:p-5">
      <h2 id="standing" className="text-lg">
        {m.standing_title()}
      </h2>
      {mark === 'new' ? (
        <p>{m.standing_new()}</p>
      ) : (
        <>
          <p>
            <span className="font-[650]">
              {m.standing_line({ answered: formatNumber(answered), asked: formatNumber(asked) })}
            </span>
            {medianDays === null ? '' : ` ${daysWord(medianDays)}`}
          </p>
          <p>{mark === 'high' ? m.standing_high() : m.standing_low()}</p>
          <p className="text-sm text-ink-soft">{m.standing_score({ score: formatNumber(score) })}</p>
        </>
      )}
      {open > 0 ? (
        <p>
          <Link to={paths.inbox()} className="link">
            {m.standing_open({ count: open, shown: formatNumber(open) })}
          </Link>
          {scoreAfter > score ? ` ${m.standing_raise({ score: formatNumber(scoreAfter) })}` : ''}
        </p>
      ) : null}
    </section>
  )
}

function daysWord(days: number): string {
  const whole = Math.max(1, Math.round(days))
  return m.standing_days({ count: whole, days: formatNumber(whole) })
}
