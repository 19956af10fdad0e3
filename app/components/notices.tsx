/** Boxes that speak to the reader: a notice, an empty place, the mark of demo content. */
import CircleAlert from 'lucide-react/icons/circle-alert'
import Info from 'lucide-react/icons/info'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import * as m from '~/paraglide/messages'

const TONES = {
  info: { look: 'bg-info-soft text-info-text border-info', Icon: Info },
  need: { look: 'bg-need-soft text-need-text border-need', Icon: TriangleAlert },
  danger: { look: 'bg-danger-soft text-danger-text border-danger', Icon: CircleAlert },
} as const

export function Notice({
  tone = 'info',
  children,
  role,
}: {
  readonly tone?: keyof typeof TONES
  readonly children: ReactNode
  readonly role?: 'status' | 'alert'
}) {
  const { look, Icon } = TONES[tone]
  return (
    <div role={role} className={`flex gap-3 rounded-md border p-4 ${look}`}>
      <Icon aria-hidden size={22} strokeWidth={1.75} className="mt-0.5 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  )
}

type EmptyProps = {
  readonly title: string
  /** 1 where it is the page itself. */
  readonly level?: 1 | 2
  readonly children: ReactNode
}

/** What is missing, what does exist, one way on. */
export function EmptyState({ title, level = 2, children }: EmptyProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="flex gap-x-5 gap-y-2 py-6 max-sm:flex-col">
      <svg
        aria-hidden
        viewBox="0 0 60 28"
        className="h-9 w-16 shrink-0 stroke-need"
        fill="none"
        strokeWidth={3}
      >
        <circle cx="10" cy="20" r="5.5" />
        <circle cx="50" cy="20" r="5.5" />
        <path d="M15 17 40 3" strokeLinecap="round" />
      </svg>
      <div className="min-w-0 flex-1 space-y-3">
        <Heading>{title}</Heading>
        {children}
      </div>
    </div>
  )
}

/** Invented companies and requests say that they are. */
export function DemoMark() {
  return (
    <span className="rounded-sm border border-line-strong px-1.5 text-xs font-[400] whitespace-nowrap text-ink-soft">
      {m.common_demo()}
    </span>
  )
}
