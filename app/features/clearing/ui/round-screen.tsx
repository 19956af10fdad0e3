/** A round before and after it is sent: the outcome as headline, before and after, both lists, and what publishing does. */
import { Form, Link, useNavigation } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import RotateCw from 'lucide-react/icons/rotate-cw'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatDay, formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import type { RoundPage } from '../domain/round-page'
import type { TopicName } from '../queries/topic-names.server'
import { BoardNav } from './board-nav'
import { CallList } from './call-list'
import { RoundHistory } from './round-history'
import { RoundMaps } from './round-map'
import { ClosedOffers, ExcludedRows, GivenRows, LeftRows } from './round-rows'
import { RoundSettingsCard } from './round-settings'
import { Shares } from './round-shares'
import { ROUND_STATUS } from './rounds-screen'
import { roundStateWord } from './words'

/** What just happened, told by the address. */
export type RoundNews = 'changed' | 'fell-away' | 'published' | 'same' | 'different' | null

type Props = {
  readonly round: RoundPage
  readonly topics: readonly TopicName[]
  readonly news: RoundNews
  readonly formErrors: readonly string[]
}

const NEWS: Readonly<Record<Exclude<RoundNews, null>, () => string>> = {
  changed: m.board_news_changed,
  'fell-away': m.board_news_fell_away,
  published: m.board_news_published,
  same: m.board_news_same,
  different: m.board_news_different,
}

export function RoundScreen({ round, topics, news, formErrors }: Props) {
  const { given, left, excluded, served, waiting } = round
  const isPreview = round.state === 'preview'
  const canChoose = isPreview && round.mayRun
  return (
    <>
      <BoardNav />
      <div className="page grid gap-8 py-8">
        <Head round={round} />
        <ErrorSummary formErrors={formErrors} fields={[]} />
        {news && formErrors.length === 0 ? (
          <Notice role="status" tone={news === 'published' || news === 'same' ? 'info' : 'need'}>
            {NEWS[news]()}
          </Notice>
        ) : null}
        <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
          <RoundMaps pins={round.pins} />
          <aside className="grid gap-5">
            {left.total > 0 ? (
              <Notice tone="need">
                {m.board_left_notice({ count: waiting - served })}{' '}
                <a href="#left" className="underline">
                  {m.board_left_see()}
                </a>
              </Notice>
            ) : null}
            {round.calls.length > 0 ? <CallList calls={round.calls} topics={topics} /> : null}
          </aside>
        </div>
        {round.shares.length > 0 ? <Shares shares={round.shares} /> : null}
        <section aria-labelledby="given" className="grid gap-3">
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <h2 id="given">{m.board_given_title({ count: served })}</h2>
            <a href={paths.roundExport(round.id)} download className="link inline-flex min-h-11 items-center">
              {m.board_export()}
            </a>
          </div>
          {given.total === 0 ? (
            <p>{m.board_given_none()}</p>
          ) : (
            <GivenRows rows={given.rows} topics={topics} canChoose={canChoose} />
          )}
          <Pagination
            page={given.page}
            pages={given.pageCount}
            to={(page) => `${paths.round(round.id)}?given=${page}#given`}
          />
        </section>
        {excluded.length > 0 ? (
          <section aria-labelledby="excluded" className="grid gap-3">
            <h2 id="excluded">{m.board_excluded_title()}</h2>
            <ExcludedRows rows={excluded} />
          </section>
        ) : null}
        {round.closed.length > 0 ? (
          <section aria-labelledby="closed" className="grid gap-3">
            <h2 id="closed">{m.board_closed_title()}</h2>
            <ClosedOffers closed={round.closed} canChoose={canChoose} />
          </section>
        ) : null}
        {left.total > 0 ? (
          <section aria-labelledby="left" className="grid gap-3">
            <h2 id="left">{m.board_left_title({ count: waiting - served })}</h2>
            <LeftRows rows={left.rows} />
            <Pagination
              page={left.page}
              pages={left.pageCount}
              to={(page) => `${paths.round(round.id)}?left=${page}#left`}
            />
          </section>
        ) : null}
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <RoundSettingsCard settings={round.settings} regions={round.regions} canChange={canChoose} />
          <RoundHistory round={round} />
        </div>
        <Proof round={round} />
      </div>
      {canChoose ? <Bar round={round} /> : null}
    </>
  )
}

function Head({ round }: { readonly round: RoundPage }) {
  const regions = round.regions.map((region) => region.name)
  const where = regions.length > 4 ? m.board_regions_count({ count: regions.length }) : regions.join(', ')
  return (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div>
        <Link to={paths.rounds()} className="link inline-flex min-h-11 items-center gap-1.5">
          <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
          {m.board_rounds_title()}
        </Link>
        <h1>{m.board_round_outcome({ served: round.served, waiting: round.waiting })}</h1>
        <p className="mt-2 max-w-(--measure) text-lg">
          {m.board_round_compared({ count: round.firstComeServed })}
        </p>
        {round.later ? (
          <p className="mt-1 max-w-(--measure)">
            {m.board_later_head({
              now: round.served - round.later.groups,
              later: round.later.groups,
              day: formatDay(round.later.nearUntil, true),
            })}
          </p>
        ) : null}
        {round.allOrNone ? (
          <p className="mt-1 max-w-(--measure)">
            {m.board_whole_requests({ count: round.allOrNone.requests })}{' '}
            {round.allOrNone.gap === 0
              ? m.board_whole_no_gap()
              : m.board_whole_gap({ count: round.allOrNone.gap })}
          </p>
        ) : null}
        {round.sharing ? <p className="mt-1 max-w-(--measure)">{sharingText(round.sharing)}</p> : null}
        <p className="mt-1 text-ink-soft">
          {round.publishedOn
            ? m.board_round_sent({ day: formatDay(round.publishedOn, true), regions: where })
            : m.board_round_is_preview({ day: formatDay(round.createdOn, true), regions: where })}{' '}
          {versionText(round)}
        </p>
      </div>
      <StatusBadge status={ROUND_STATUS[round.state]}>{roundStateWord[round.state]()}</StatusBadge>
    </div>
  )
}

/** How many groups share, what that gives, and how far from the most it may be. */
function sharingText({ able, groups, places, apart, gap }: NonNullable<RoundPage['sharing']>): string {
  const what =
    places === 0
      ? m.board_sharing_none({ count: able })
      : m.board_sharing_some({ groups, count: places, apart })
  return `${what} ${gap === 0 ? m.board_sharing_no_gap() : m.board_sharing_gap({ count: gap })}`
}

/** The version that is shown and how long it took, where that is known. */
function versionText({ steps }: RoundPage): string {
  const solved = steps.find(({ solveMs }) => solveMs !== null)
  if (!solved || solved.solveMs === null) return ''
  const seconds = formatNumber(Math.max(0.1, Math.round(solved.solveMs / 100) / 10))
  return m.board_round_version({ version: solved.number, seconds })
}

function Proof({ round }: { readonly round: RoundPage }) {
  const { proof } = round
  return (
    <details className="max-w-(--measure) text-sm">
      <summary className="link w-fit cursor-pointer">{m.board_proof_title()}</summary>
      <p className="mt-2">{m.board_proof_text()}</p>
      <p className="mt-2">{m.board_proof_how()}</p>
      <ul className="mt-2 list-disc pl-5">
        <li>
          {m.board_proof_served({
            served: round.served,
            waiting: round.waiting,
            first: round.firstComeServed,
          })}
        </li>
        <li>{m.board_proof_priority({ sum: formatNumber(proof.prioritySum) })}</li>
        {proof.meanScore === null ? null : <li>{m.board_proof_score({ mean: proof.meanScore })}</li>}
        <li>{m.board_proof_priced({ count: formatNumber(proof.priced) })}</li>
        {round.allOrNone ? (
          <li>{m.board_proof_whole({ out: round.allOrNone.gaveUp, bound: round.allOrNone.bound })}</li>
        ) : null}
        {round.sharing ? (
          <li>{m.board_proof_sharing({ places: round.sharing.places, bound: round.sharing.bound })}</li>
        ) : null}
      </ul>
      <p className="mt-2 break-all">{m.board_proof_hash({ hash: round.inputHash })}</p>
      <Form method="post" className="mt-3">
        <Button size="small" look="second" name="intent" value="replay">
          {m.board_proof_replay()}
        </Button>
      </Form>
    </details>
  )
}

function Bar({ round }: { readonly round: RoundPage }) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  const intent = navigation.formData?.get('intent')
  const given = round.served - (round.later?.groups ?? 0)
  return (
    <section
      aria-label={m.board_bar()}
      className="no-print sticky bottom-0 z-10 border-t border-line-strong bg-surface shadow-lg [@media(max-height:30rem)]:static"
    >
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3 lg:flex-nowrap">
        <p role="status" className="max-w-(--measure) text-sm">
          {busy && intent !== 'discard' ? (
            m.board_solving_long()
          ) : (
            <>
              {m.board_bar_choices({ locked: round.locked, excluded: round.excluded.length })}{' '}
              {m.board_bar_says({ schools: round.schools })}
            </>
          )}
        </p>
        <Form method="post" className="flex flex-wrap gap-3 lg:shrink-0 lg:flex-nowrap">
          <Button look="quiet" size="small" name="intent" value="discard">
            {m.board_discard()}
          </Button>
          <Button
            look="second"
            name="intent"
            value="again"
            busy={busy && intent === 'again'}
            busyText={m.board_solving()}
          >
            <RotateCw aria-hidden size={20} strokeWidth={1.75} />
            {m.board_again()}
          </Button>
          {given > 0 ? (
            <Button
              name="intent"
              value="publish"
              busy={busy && intent === 'publish'}
              busyText={m.clearing_busy()}
            >
              {m.board_publish({ count: given })}
            </Button>
          ) : null}
        </Form>
      </div>
    </section>
  )
}
