/** A load that is being done or undone: how far it is, by itself and, without scripts, by a link. */
import { Link, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { formatNumber } from '~/components/format'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { LoadPage } from '../queries/load-page.server'

const EVERY_MS = 1_500

export function WorkScreen({ page }: { readonly page: LoadPage }) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => {
      if (state === 'idle' && document.visibilityState === 'visible') revalidate()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [revalidate, state])
  const { counts, states } = page
  const left = page.state === 'running' ? states.waiting : states.loaded
  const total = counts.done + left
  const text = m.loads_running_progress({ done: formatNumber(counts.done), total: formatNumber(total) })
  return (
    <div className="grid max-w-(--measure) gap-4">
      <p>{m.loads_running_text()}</p>
      <div>
        <progress
          max={Math.max(1, total)}
          value={counts.done}
          aria-label={text}
          className="h-4 w-full accent-(--act)"
        />
        <p role="status" className="mt-1 tabular-nums">
          {text}
        </p>
      </div>
      <p>
        <Link to={paths.load(page.id)} className="link">
          {m.loads_running_refresh()}
        </Link>
      </p>
    </div>
  )
}
