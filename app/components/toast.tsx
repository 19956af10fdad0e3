/** One sentence of news at the bottom, for 8 seconds or until it is closed. Never for errors. */
import X from 'lucide-react/icons/x'
import { useEffect, useState } from 'react'
import * as m from '~/paraglide/messages'

/** The same sentence twice is news twice: it has another id. */
export type News = { readonly id: string; readonly text: string }

const SHOWN_MS = 8_000

export function Toast({ news }: { readonly news: News | null }) {
  const [shown, setShown] = useState(news)
  const [latest, setLatest] = useState(news)
  if (news && news.id !== latest?.id) {
    setLatest(news)
    setShown(news)
  }
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setShown(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown])
  // The region is there before its text, so that screen readers notice the change.
  return (
    <div role="status" className="no-print pointer-events-none fixed inset-x-0 bottom-0 z-[1400] p-4">
      {shown ? (
        <div className="pointer-events-auto mx-auto flex w-fit max-w-full items-center gap-3 rounded-md bg-ink py-1 pr-1 pl-4 text-surface shadow-lg">
          <p className="pt-0.5">{shown.text}</p>
          <button
            type="button"
            onClick={() => setShown(null)}
            className="grid size-11 shrink-0 place-items-center rounded-md"
          >
            <X aria-hidden size={20} strokeWidth={1.75} />
            <span className="sr-only">{m.common_close()}</span>
          </button>
        </div>
      ) : null}
    </div>
  )
}
