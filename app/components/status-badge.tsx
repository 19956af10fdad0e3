/** Where something stands, as a contact that closes. The drawing is decoration; the word carries it. */
export type Status = 'open' | 'asked' | 'held' | 'booked' | 'done' | 'waiting' | 'ended'

const LOOKS: Record<Status, { readonly soft: string; readonly drawing: string; readonly filled?: boolean }> =
  {
    open: { soft: 'bg-need-soft text-need-text', drawing: 'M8 8 22 2' },
    asked: { soft: 'bg-need-soft text-need-text', drawing: 'M8 8 22 4' },
    held: { soft: 'bg-hold-soft text-hold-text', drawing: 'M8 8H24' },
    booked: { soft: 'bg-act-soft text-act-text', drawing: 'M8 8H24', filled: true },
    done: { soft: 'bg-act-soft text-act-text', drawing: 'M8 8 13 3 18 11 24 8', filled: true },
    waiting: { soft: 'bg-need-soft text-need-text', drawing: 'M11 8h.1M16 8h.1M21 8h.1' },
    ended: { soft: 'bg-sunken text-ink-soft', drawing: 'M13 5l6 6M19 5l-6 6' },
  }

export function StatusBadge({ status, children }: { readonly status: Status; readonly children: string }) {
  const { soft, drawing, filled } = LOOKS[status]
  const dashed = status === 'asked' || status === 'held'
  return (
    <span
      className={`inline-flex items-center gap-2 rounded-sm px-2 pt-1 pb-0.5 text-sm font-[650] whitespace-nowrap ${soft}`}
    >
      <svg aria-hidden viewBox="0 0 32 14" className="h-3.5 w-8 stroke-current" fill="none" strokeWidth={2}>
        <path d={drawing} strokeDasharray={dashed ? '3 2.5' : undefined} strokeLinecap="round" />
        <circle cx="5" cy="8" r="3" className={filled ? 'fill-current' : 'fill-none'} />
        <circle cx="27" cy="8" r="3" className={filled ? 'fill-current' : 'fill-none'} />
      </svg>
      {children}
    </span>
  )
}
