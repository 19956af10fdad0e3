/** Companies that one call could help most with: where one more session gives one more group a place. */
import { Link } from '@remix-run/react'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { CallRow } from '../domain/round-page'

export function CallList({ calls }: { readonly calls: readonly CallRow[] }) {
  return (
    <section aria-labelledby="calls">
      <h2 id="calls" className="text-lg">
        {m.board_calls_title()}
      </h2>
      <p className="text-sm text-ink-soft">{m.board_calls_hint()}</p>
      <ol className="mt-3 grid gap-2">
        {calls.map((call) => (
          <li key={call.offerId} className="flex flex-wrap justify-between gap-x-4">
            <span>
              <Link
                to={paths.offer(call.slug)}
                className="font-[650] hover:underline focus-visible:underline"
              >
                {call.title}
              </Link>
              <span className="block text-sm text-ink-soft">
                {call.organisationName}, {call.placeName}
              </span>
            </span>
            <strong className="text-sm tabular-nums">{m.board_calls_groups({ count: call.groups })}</strong>
          </li>
        ))}
      </ol>
    </section>
  )
}
