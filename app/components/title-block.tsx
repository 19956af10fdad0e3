/** Facts in ruled cells, as on a technical drawing. The same order everywhere: for, duration, group, price, place. */
import type { ReactNode } from 'react'

export type Fact = { readonly label: string; readonly value: ReactNode }

export function TitleBlock({
  facts,
  className = '',
}: {
  readonly facts: readonly Fact[]
  readonly className?: string
}) {
  return (
    <dl
      className={`grid grid-cols-2 gap-px overflow-hidden rounded-sm border border-line bg-line sm:grid-flow-col sm:auto-cols-fr sm:grid-cols-none ${className}`}
    >
      {facts.map(({ label, value }) => (
        <div key={label} className="bg-surface px-3 pt-2 pb-1.5 max-sm:last:odd:col-span-2">
          <dt className="text-xs text-ink-soft">{label}</dt>
          <dd className="font-[650] text-sm tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The same facts in two columns that grow downwards: what is handy to know. */
export function FactTable({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-px overflow-hidden rounded-sm border border-line bg-line sm:grid-cols-2">
      {facts.map(({ label, value }) => (
        <div key={label} className="bg-surface px-3 pt-2 pb-1.5 sm:last:odd:col-span-2">
          <dt className="text-xs text-ink-soft">{label}</dt>
          <dd className="font-[650] text-sm">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
