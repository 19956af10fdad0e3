/** What schools around ask: by offer, as a list and on a map under the same numbers. */
import { useState } from 'react'
import { ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatNumber } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { queryOfNearby } from '~/features/matchmaking/domain/nearby'
import type {
  NearbyGroup,
  RequestsNearbyPage,
} from '~/features/matchmaking/queries/requests-nearby-page.server'
import * as m from '~/paraglide/messages'
import type { OwnOffered } from '../queries/own-offered.server'
import { NoOrganisation } from './inbox-screen'
import { NearbyChances, NearbyNone } from './nearby-chances'
import { NearbyFilters } from './nearby-filters'
import { NearbyMap } from './nearby-map'
import { NearbyRowCard, rowId } from './nearby-row'
import { OwnOfferedList } from './own-offered'
import type { Reply } from './reply-field'

type Props = { readonly page: RequestsNearbyPage; readonly reply: Reply }
type ScreenProps = Props & { readonly offered: readonly OwnOffered[] }

export function NearbyScreen({ page, offered, reply }: ScreenProps) {
  if (page.standing === 'no-company') return <NoOrganisation />
  const { total, filter } = page
  return (
    <div className="page grid gap-6 py-8">
      <header>
        <h1>{m.proposals_around_title()}</h1>
        {total > 0 ? (
          <>
            <p className="mt-2 text-lg">
              {m.proposals_around_count({ count: total, shown: formatNumber(total), km: filter.km })}
            </p>
            <p className="mt-1 max-w-(--measure) text-ink-soft">{m.proposals_around_privacy()}</p>
          </>
        ) : null}
      </header>
      <OutOfList page={page} reply={reply} />
      <OwnOfferedList offered={offered} />
      {page.standing === 'ready' ? <Ready page={page} reply={reply} /> : <NotYet standing={page.standing} />}
    </div>
  )
}

function NotYet({ standing }: { readonly standing: 'no-offer' | 'unverified' }) {
  const isNew = standing === 'no-offer'
  return (
    <EmptyState title={isNew ? m.proposals_around_no_offer() : m.proposals_around_unverified()}>
      <p className="max-w-(--measure)">
        {isNew ? m.proposals_around_no_offer_text() : m.proposals_around_unverified_text()}
      </p>
      <ButtonLink to={paths.myOrganisation()}>{m.proposals_around_no_offer_action()}</ButtonLink>
    </EmptyState>
  )
}

/** What is wrong with a form whose row is not on the page any more. */
function OutOfList({ page, reply }: Props) {
  const id = reply?.initialValue?.request
  const isShown = page.groups.some(({ rows }) => rows.some((row) => row.id === id))
  const errors = isShown ? [] : Object.values(reply?.error ?? {}).flatMap((error) => error ?? [])
  return <ErrorSummary formErrors={errors} fields={[]} />
}

function Ready({ page, reply }: Props) {
  const { groups, filter } = page
  const [current, setCurrent] = useState<string | null>(null)
  const goTo = (id: string) => {
    const row = document.getElementById(rowId(id))
    row?.scrollIntoView({ block: 'center' })
    row?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true })
  }
  return (
    <>
      <NearbyFilters page={page} />
      {groups.length === 0 ? (
        <NearbyNone page={page} />
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
          <div className="min-w-0 max-lg:order-2">
            {groups.map((group) => (
              <Group
                key={group.offer.id}
                group={group}
                page={page}
                reply={reply}
                current={current}
                onPoint={setCurrent}
              />
            ))}
            <Pagination
              page={page.page}
              pages={page.pages}
              to={(to) => paths.requestsNearby({ ...queryOfNearby(filter), page: String(to) })}
            />
          </div>
          <div className="min-w-0 max-lg:order-1 lg:sticky lg:top-6">
            <NearbyMap groups={groups} current={current} onPoint={setCurrent} onChoose={goTo} />
          </div>
        </div>
      )}
      <NearbyChances page={page} />
    </>
  )
}

type GroupProps = Props & {
  readonly group: NearbyGroup
  /** Municipality that is pointed at. */
  readonly current: string | null
  readonly onPoint: (code: string | null) => void
}

function Group({ group: { offer, count, rows }, page, reply, current, onPoint }: GroupProps) {
  const id = `nearby-${offer.id}`
  return (
    <section aria-labelledby={id} className="mb-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={id} className="text-xl">
          {m.proposals_around_group({ offer: offer.title })}
        </h2>
        <p className="text-sm text-ink-soft">
          {m.proposals_around_group_count({ count, shown: formatNumber(count) })}
        </p>
      </div>
      <ol aria-labelledby={id} className="mt-3 grid gap-4">
        {rows.map((row) => (
          <NearbyRowCard
            key={row.id}
            row={row}
            topics={page.topics}
            offer={offer}
            reply={reply?.initialValue?.request === row.id ? reply : undefined}
            isCurrent={row.municipality.code === current}
            onPoint={onPoint}
          />
        ))}
      </ol>
    </section>
  )
}
