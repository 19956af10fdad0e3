/**
 * The bell of the header: how much is unread, a link to all of it. It counts on by itself while its window is looked at,
 * from a stream of the server; without JavaScript, or without the stream, it says what it said when the page was opened.
 */
import { NavLink } from '@remix-run/react'
import BellIcon from 'lucide-react/icons/bell'
import { useEffect, useState } from 'react'
import * as m from '~/paraglide/messages'
import { paths } from './paths'

/** What the stream says. */
type Told = {
  readonly unread: number
  readonly newest: { readonly id: string; readonly title: string; readonly locale: string } | null
}

/** The server counts no further. */
const COUNTED = 100

export function Bell({ unread }: { readonly unread: number }) {
  const { count, news } = useLiveCount(unread)
  const label = m.common_bell({ count, shown: count >= COUNTED ? `${COUNTED - 1}+` : String(count) })
  return (
    <>
      <NavLink
        to={paths.notifications()}
        title={m.common_notifications()}
        className="relative flex size-11 shrink-0 items-center justify-center rounded-md text-ink hover:bg-act-soft aria-[current=page]:bg-act-soft"
      >
        <BellIcon aria-hidden size={24} strokeWidth={1.75} />
        <span className="sr-only">{label}</span>
        {count > 0 ? (
          <span
            aria-hidden
            data-unread={count}
            className="absolute top-0.5 right-0 min-w-5 rounded-full bg-act px-1 pt-px text-center text-xs leading-5 font-[650] text-on-fill tabular-nums"
          >
            {count >= COUNTED ? `${COUNTED - 1}+` : count}
          </span>
        ) : null}
      </NavLink>
      {/* There before its text, so that screen readers notice the change; it waits until the reader has finished. */}
      <span role="status" className="sr-only">
        {news === null ? null : (
          <>
            {m.common_notification_new()} <span lang={news.locale}>{news.title}</span>
          </>
        )}
      </span>
    </>
  )
}

/** @returns the count of the server, or of the stream where that is newer; and the one that came in while looking. */
function useLiveCount(unread: number): { count: number; news: Told['newest'] } {
  const [told, setTold] = useState<{ count: number; news: Told['newest'] }>({ count: unread, news: null })
  const [loaded, setLoaded] = useState(unread)
  // A form of this page was answered: the page knows it better than what was told before.
  if (loaded !== unread) {
    setLoaded(unread)
    setTold({ count: unread, news: null })
  }
  useEffect(() => {
    // Where there is none the count is that of the page.
    if (typeof EventSource === 'undefined') return
    let stream: EventSource | null = null
    let known: Told | null = null
    function hear(event: MessageEvent<string>): void {
      const now = JSON.parse(event.data) as Told
      // The first answer is what was there before; fewer than before: something was read elsewhere.
      const isNews = known !== null && now.newest?.id !== known.newest?.id && now.unread >= known.unread
      known = now
      setTold((before) => ({ count: now.unread, news: isNews ? now.newest : before.news }))
    }
    function look(): void {
      const isLookedAt = document.visibilityState === 'visible'
      if (isLookedAt && !stream) {
        stream = new EventSource(paths.notificationStream())
        stream.addEventListener('told', hear)
      } else if (!isLookedAt && stream) {
        // A browser opens only a few connections to one site: windows that nobody looks at leave theirs to others.
        stream.close()
        stream = null
      }
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      stream?.close()
    }
  }, [])
  return told
}
