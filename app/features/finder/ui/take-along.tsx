/** What can be done with a result or an offer: share it, print it, take it along as a table. */
import Download from 'lucide-react/icons/download'
import Printer from 'lucide-react/icons/printer'
import Share2 from 'lucide-react/icons/share-2'
import type { LucideIcon } from 'lucide-react/types'
import { useEffect, useState } from 'react'
import * as m from '~/paraglide/messages'

type Props = {
  /** What is shared, in a few words. */
  readonly title: string
  /** Where the table is; absent: there is none. */
  readonly tablePath?: string | undefined
}

const LOOK =
  'inline-flex min-h-11 items-center gap-1.5 text-sm text-act-text underline underline-offset-[.22em]'

/** Sharing and printing need JavaScript and are there when it works; the table is a link. */
export function TakeAlong({ title, tablePath }: Props) {
  const [works, setWorks] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setWorks(true), [])
  if (!works && !tablePath) return null
  return (
    <div className="no-print flex flex-wrap items-center gap-x-5">
      {works ? (
        <>
          <button type="button" className={LOOK} onClick={() => share(title).then(setSaid)}>
            <Icon of={Share2} />
            {m.finder_share()}
          </button>
          <button type="button" className={LOOK} onClick={() => window.print()}>
            <Icon of={Printer} />
            {m.finder_print()}
          </button>
        </>
      ) : null}
      {tablePath ? (
        <a href={tablePath} download className={LOOK}>
          <Icon of={Download} />
          {m.finder_export()}
        </a>
      ) : null}
      <p role="status" className="text-sm text-ink-soft">
        {said}
      </p>
    </div>
  )
}

function Icon({ of: Drawing }: { readonly of: LucideIcon }) {
  return <Drawing aria-hidden size={17} strokeWidth={1.75} />
}

/** By the device's own sheet where there is one, else as an address to paste. @returns what to tell. */
async function share(title: string): Promise<string> {
  const url = window.location.href
  if ('share' in navigator) {
    try {
      await navigator.share({ title, url })
      return ''
    } catch (error) {
      // The sheet was closed: nothing more to do.
      if (error instanceof DOMException && error.name === 'AbortError') return ''
    }
  }
  try {
    await navigator.clipboard.writeText(url)
    return m.finder_share_copied()
  } catch {
    return m.finder_share_failed()
  }
}
