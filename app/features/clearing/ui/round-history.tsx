/** Who did what to a round, the newest first. */
import { formatMoment, formatNumber } from '~/components/format'
import * as m from '~/paraglide/messages'
import type { RoundPage, StepRow } from '../domain/round-page'
import { settingsText, stepWord } from './words'

export function RoundHistory({ round }: { readonly round: RoundPage }) {
  const { steps, regions } = round
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="history" className="grid max-w-(--measure) gap-3">
      <h2 id="history" className="text-lg">
        {m.board_history_title()}
      </h2>
      <ol className="grid gap-3 border-l-[3px] border-act pl-5">
        {steps.map((step) => (
          <li key={step.number} className="relative">
            <span
              aria-hidden
              className="absolute top-1.5 -left-[28px] size-3 rounded-full border-[3px] border-act bg-surface"
            />
            <span className="block font-[650]">
              {stepWord[step.what]({ request: step.requestTitle ?? '…', offer: step.offerTitle ?? '…' })}
            </span>
            {step.settings ? (
              <span className="block text-sm">{settingsText(step.settings, regions).join(' ')}</span>
            ) : null}
            <span className="block text-sm text-ink-soft">{whoText(step)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function whoText(step: StepRow): string {
  const facts = {
    moment: formatMoment(step.at),
    name: step.byName ?? m.board_history_left(),
    served: formatNumber(step.served),
    waiting: formatNumber(step.waiting),
  }
  return m.board_history_who(facts)
}
