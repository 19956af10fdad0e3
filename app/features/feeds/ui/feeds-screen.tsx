/** The feeds of a company, and a form for one more. */
import { Link } from '@remix-run/react'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { FeedsPage } from '../queries/feeds-page.server'
import { AddFeed, type FeedReply } from './add-feed'
import { FeedCard } from './feed-card'

type Props = {
  readonly page: FeedsPage
  /** What went wrong with a feed, in words, by its id. */
  readonly problems: Readonly<Record<string, string>>
  readonly reply: FeedReply
}

export function FeedsScreen({ page, problems, reply }: Props) {
  const { organisation, feeds, canAdd } = page
  return (
    <div className="grid gap-8">
      {organisation.isVerified ? null : (
        <Notice tone="info">{m.loads_not_verified({ name: organisation.name })}</Notice>
      )}
      <section>
        <h2>{m.feeds_list()}</h2>
        {feeds.length === 0 ? (
          <p className="mt-1 text-ink-soft">{m.feeds_list_none()}</p>
        ) : (
          <ul className="mt-3 grid gap-4">
            {feeds.map((feed) => (
              <li key={feed.id}>
                <FeedCard feed={feed} problem={problems[feed.id] ?? null} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {canAdd ? (
        <AddFeed organisationId={organisation.id} reply={reply} />
      ) : (
        <p>{m.feeds_enough({ max: feeds.length })}</p>
      )}
      <section className="max-w-(--measure)">
        <h2>{m.feeds_what()}</h2>
        <ul className="mt-2 grid list-disc gap-2 pl-5">
          <li>{m.feeds_what_own()}</li>
          <li>{m.feeds_what_linked()}</li>
          <li>{m.feeds_what_syndicated()}</li>
        </ul>
        <p className="mt-3">{m.feeds_what_ref()}</p>
        <p className="mt-1">{m.feeds_what_vanished()}</p>
        <p className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
          <a href="/feed.schema.json" className="link inline-flex min-h-11 items-center">
            {m.feeds_to_schema()}
          </a>
          <Link to={paths.loadColumns()} className="link inline-flex min-h-11 items-center">
            {m.feeds_to_columns()}
          </Link>
        </p>
      </section>
    </div>
  )
}
