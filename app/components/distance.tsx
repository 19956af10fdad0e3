import { formatKm } from './format'

/** A distance as a dimension line. */
export function Distance({ km, className = '' }: { readonly km: number; readonly className?: string }) {
  return (
    <span
      className={`inline-flex items-center gap-2 font-[400] whitespace-nowrap text-ink-soft tabular-nums ${className}`}
    >
      <svg aria-hidden viewBox="0 0 26 10" className="h-2.5 w-6 fill-none stroke-current">
        <path d="M1 0v10M25 0v10M1 5h24" />
      </svg>
      {formatKm(km)}
    </span>
  )
}
