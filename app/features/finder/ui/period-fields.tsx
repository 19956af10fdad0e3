/** From which month until which one there must be a place. */
import type { FinderPage } from '~/features/finder/domain/finder-page'
import type { Month } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { monthWord, problemText } from './words'

export function PeriodFields({ page: { state, months, problems } }: { readonly page: FinderPage }) {
  const field = (name: 'from' | 'until', label: string, value: Month | null) => {
    const problem = problems.find((each) => each.field === name)
    const offered = [...new Set([...months, ...(value ? [value] : [])])].sort()
    return (
      <div>
        <label htmlFor={`finder-${name}`} className="mb-1 block text-sm font-[650]">
          {label}
        </label>
        <select
          id={`finder-${name}`}
          name={name}
          defaultValue={value ?? ''}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `finder-${name}-error` : undefined}
          className="h-[46px] w-full rounded-md border border-line-strong bg-surface px-3 pt-0.5 aria-invalid:border-2 aria-invalid:border-danger"
        >
          <option value="">{m.finder_open_any()}</option>
          {offered.map((month) => (
            <option key={month} value={month}>
              {monthWord(month)}
            </option>
          ))}
        </select>
        {problem ? (
          <p id={`finder-${name}-error`} className="mt-1 text-sm font-[650] text-danger-text">
            {problemText(problem)}
          </p>
        ) : null}
      </div>
    )
  }
  return (
    <div className="space-y-3">
      {field('from', m.finder_open_from(), state.openFrom)}
      {field('until', m.finder_open_until(), state.openUntil)}
      <p className="text-sm text-ink-soft">{m.finder_period_hint()}</p>
    </div>
  )
}
