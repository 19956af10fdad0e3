/** Companies that one call could help most with: where one more session gives one more group a place. */
import { Link } from '@remix-run/react'
import { formatLevels } from '~/components/format'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { CallRow } from '../domain/round-page'
import type { TopicName } from '../queries/topic-names.server'
import { topicNameOf } from './words'

type Props = { readonly calls: readonly CallRow[]; readonly topics: readonly TopicName[] }

export function CallList({ calls, topics }: Props) {
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
              <span className="block text-sm">
                {[
                  call.topicIds.map((id) => topicNameOf(topics, id)).join(', '),
                  formatLevels(call.levels),
                  ...call.regions,
                ]
                  .filter((text) => text !== '')
                  .join('; ')}
              </span>
            </span>
            <strong className="text-sm tabular-nums">{m.board_calls_groups({ count: call.groups })}</strong>
          </li>
        ))}
      </ol>
    </section>
  )
}
