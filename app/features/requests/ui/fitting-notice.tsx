/** "Nu passen er 6 aanbiedingen", and what being more flexible would give. */
import Lightbulb from 'lucide-react/icons/lightbulb'
import { formatNumber } from '~/components/format'
import type { Fitting } from '~/features/matchmaking/queries/fitting-offers.server'
import * as m from '~/paraglide/messages'
import type { StepName } from '../domain/request-form'

export function FittingNotice({
  fitting,
  step,
}: {
  readonly fitting: Fitting | null
  readonly step: StepName
}) {
  if (!fitting) return null
  const { count } = fitting
  const tip = tipOf(fitting, step)
  return (
    <div role="status" className="flex gap-3 rounded-md bg-act-soft p-4">
      <Lightbulb aria-hidden size={22} strokeWidth={1.75} className="mt-0.5 shrink-0" />
      <p>
        <b>{m.requests_now_fitting({ count, shown: formatNumber(count) })}</b> {tip}
      </p>
    </div>
  )
}

function tipOf({ count, anyDay, anyKind, anyDistance }: Fitting, step: StepName): string {
  if (step === 'what' && anyKind) return m.requests_tip_any_kind({ shown: formatNumber(anyKind) })
  if (step === 'when' && anyDay) return m.requests_tip_any_day({ shown: formatNumber(anyDay) })
  if (step === 'far' && anyDistance) return m.requests_tip_any_distance({ shown: formatNumber(anyDistance) })
  return count === 0 ? m.requests_tip_none() : ''
}
