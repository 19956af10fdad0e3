/** One feed: how it goes, in plain words, and what can be done with it. */
import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { formatMoment, formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { type Status, StatusBadge } from '~/components/status-badge'
import { TitleBlock } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import type { FeedFormat, FeedState } from '../domain/feed'
import type { FeedLine } from '../queries/feeds-page.server'

const STATE: Readonly<Record<FeedState, { readonly status: Status; readonly word: () => string }>> = {
  new: { status: 'open', word: m.feeds_state_new },
  waiting: { status: 'asked', word: m.feeds_state_waiting },
  live: { status: 'done', word: m.feeds_state_live },
  stopped: { status: 'ended', word: m.feeds_state_stopped },
}
const FORMAT: Readonly<Record<FeedFormat, () => string>> = {
  own: m.feeds_format_own,
  linked: m.feeds_format_linked,
  syndicated: m.feeds_format_syndicated,
}

export function FeedCard({ feed, problem }: { readonly feed: FeedLine; readonly problem: string | null }) {
  const { status, word } = STATE[feed.state]
  return (
    <article className="card grid gap-3 p-4 sm:p-5" aria-labelledby={`feed-${feed.id}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h3 id={`feed-${feed.id}`} className="break-all">
            {feed.url}
          </h3>
          <p className="text-sm text-ink-soft">{triedWord(feed)}</p>
        </div>
        <StatusBadge status={status}>{word()}</StatusBadge>
      </div>
      {problem === null ? null : (
        <Notice tone="need">
          <p className="font-[650]">{m.feeds_failed({ count: feed.failures })}</p>
          <p>{problem}</p>
        </Notice>
      )}
      {feed.format === null ? null : (
        <TitleBlock
          facts={[
            { label: m.feeds_fact_format(), value: FORMAT[feed.format]() },
            { label: m.feeds_fact_items(), value: formatNumber(feed.items) },
            { label: m.feeds_fact_published(), value: formatNumber(feed.offers.published) },
            { label: m.feeds_fact_draft(), value: formatNumber(feed.offers.draft) },
            { label: m.feeds_fact_vanished(), value: formatNumber(feed.offers.vanished) },
          ]}
        />
      )}
      <LastLoad feed={feed} />
      <Form method="post" className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <input type="hidden" name="feed" value={feed.id} />
        {feed.state === 'stopped' ? (
          <Button look="second" size="small" name="intent" value="restart">
            {m.feeds_restart()}
          </Button>
        ) : (
          <>
            <Button look="second" size="small" name="intent" value="try">
              {m.feeds_try()}
            </Button>
            <Button look="quiet" size="small" name="intent" value="stop">
              {m.feeds_stop()}
            </Button>
          </>
        )}
        <Button look="quiet" size="small" name="intent" value="remove">
          {m.feeds_remove()}
        </Button>
      </Form>
    </article>
  )
}

function triedWord({ lastTriedAt, lastGoodAt }: FeedLine): string {
  if (lastTriedAt === null) return m.feeds_tried_never()
  if (lastGoodAt === null) return m.feeds_tried_never_good({ when: formatMoment(lastTriedAt) })
  const [tried, good] = [formatMoment(lastTriedAt), formatMoment(lastGoodAt)]
  return tried === good ? m.feeds_tried_good({ when: good }) : m.feeds_tried_then({ when: tried, good })
}

function LastLoad({ feed: { state, load } }: { readonly feed: FeedLine }) {
  if (load === null) return state === 'waiting' ? <p>{m.feeds_waiting_gone()}</p> : null
  if (state === 'waiting' && load.isOpen)
    return (
      <div className="grid gap-2">
        <p>{m.feeds_waiting_text()}</p>
        <div>
          <ButtonLink size="small" to={paths.load(load.id)}>
            {m.feeds_waiting_look()}
          </ButtonLink>
        </div>
      </div>
    )
  const { counts } = load
  return (
    <div>
      {state === 'waiting' ? <p>{m.feeds_waiting_gone()}</p> : null}
      <p>
        {m.feeds_last_load({
          fresh: formatNumber(counts.new),
          changed: formatNumber(counts.changed),
          wrong: formatNumber(counts.wrong),
        })}{' '}
        <Link to={paths.load(load.id)} className="link">
          {m.feeds_last_look()}
        </Link>
      </p>
    </div>
  )
}
