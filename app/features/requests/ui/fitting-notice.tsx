/** "Nu passen er 6 aanbiedingen", and what one wider wish would give: each a press away. */
import { Link } from '@remix-run/react'
import Lightbulb from 'lucide-react/icons/lightbulb'
import { formatNumber } from '~/components/format'
import type { Fitting } from '~/features/matchmaking/queries/fitting-offers.server'
import * as m from '~/paraglide/messages'
import type { RequestForm, StepName } from '../domain/request-form'
import { widened } from '../domain/widened'
import { addressOfAnswers } from './answers-address'
import { helpText } from './help-text'

/** More would be a list to read instead of a hint. */
const SHOWN = 3

type Props = {
  readonly fitting: Fitting | null
  /** The answers as they are understood now. */
  readonly form: Pick<RequestForm, 'typed'>
  readonly step: StepName
}

export function FittingNotice({ fitting, form, step }: Props) {
  if (!fitting) return null
  const { count, helps } = fitting
  return (
    <div className="flex gap-3 rounded-md bg-act-soft p-4">
      <Lightbulb aria-hidden size={22} strokeWidth={1.75} className="mt-0.5 shrink-0" />
      <div className="min-w-0">
        <p role="status">
          <b>{m.requests_now_fitting({ count, shown: formatNumber(count) })}</b>{' '}
          {count === 0 ? m.requests_tip_none() : ''}
        </p>
        {helps.length > 0 ? (
          <>
            <p className="mt-1">{m.requests_widen()}</p>
            <ul>
              {helps.slice(0, SHOWN).map((help) => (
                <li key={help.change}>
                  <Link
                    to={addressOfAnswers(widened(form.typed, help), step)}
                    data-whole
                    preventScrollReset
                    className="link inline-flex min-h-11 items-center"
                  >
                    {helpText(help)}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  )
}
