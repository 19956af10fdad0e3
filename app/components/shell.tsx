/** What stands around every page: skip link, header, footer. */
import type { ReactNode } from 'react'

/** The reader as the header needs to know them. */
export type ShellReader = {
  readonly name: string
  readonly hasSchool: boolean
  readonly hasOrganisation: boolean
  readonly coordinates: boolean
  readonly isAdministrator: boolean
  /** An administrator looks through this reader's eyes, until this moment. */
  readonly lookedAtUntil: string | null
  readonly emailVerified: boolean
  /** Notifications, at most a hundred. */
  readonly unread: number
  /** Conversations with something new, 99 at most. */
  readonly unreadConversations: number
}

export type ShellProps = {
  readonly reader: ShellReader | null
  readonly locale: 'nl' | 'en'
  readonly theme: 'light' | 'dark' | 'system'
  readonly isDemo: boolean
}

/** A page of text and forms: a heading and a column. */
export function PageFrame({
  title,
  lead,
  children,
  narrow = false,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** The width of a form. */
  readonly narrow?: boolean
}) {
  return (
    <div className="page py-8 md:py-12">
      <div className={narrow ? 'max-w-(--measure)' : ''}>
        <h1>{title}</h1>
        {lead ? <div className="mt-3 max-w-(--measure) text-lg text-ink-soft">{lead}</div> : null}
        <div className="mt-6">{children}</div>
      </div>
    </div>
  )
}
