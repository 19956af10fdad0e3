/** Saved searches under each other: each opens the finder, and can be ended where the reader may. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { StatusBadge } from '~/components/status-badge'
import { finderPath } from '~/features/finder/domain/finder-address'
import * as m from '~/paraglide/messages'
import type { SavedSearchLine } from '../queries/saved-searches.server'
import { questionWords } from './question-words'

type Props = { readonly searches: readonly SavedSearchLine[]; readonly canEnd?: boolean }

export function SearchLines({ searches, canEnd = false }: Props) {
  const busy = useNavigation().state === 'submitting'
  return (
    <ul className="divide-y divide-line rounded-md border border-line bg-surface">
      {searches.map((search) => {
        const words = questionWords(search)
        return (
          <li key={search.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 p-4">
            <div className="min-w-0 flex-1 basis-60">
              <Link to={finderPath(search.state)} className="link break-words">
                {words}
              </Link>
              {canEnd && !search.isActive ? (
                <p className="mt-1">
                  <StatusBadge status="open">{m.searches_not_confirmed()}</StatusBadge>
                </p>
              ) : null}
            </div>
            {canEnd ? (
              <Form method="post">
                <input type="hidden" name="search" value={search.id} />
                <Button
                  look="second"
                  size="small"
                  busy={busy}
                  busyText={m.searches_busy()}
                  aria-label={m.searches_end_one_of({ search: words })}
                >
                  {m.searches_end_one()}
                </Button>
              </Form>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
