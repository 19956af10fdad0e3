/** The whole finder: the question, then list and map as equals. */
import { Link, useNavigation } from '@remix-run/react'
import MapIcon from 'lucide-react/icons/map'
import { useMemo, useState } from 'react'
import { finderPath, writeAddress } from '~/features/finder/domain/finder-address'
import type { FinderPage } from '~/features/finder/domain/finder-page'
import type { FinderState } from '~/features/finder/domain/finder-state'
import { CompareForm, CompareTick } from '~/features/matchmaking/ui/compare-tick'
import * as m from '~/paraglide/messages'
import { FinderForm } from './finder-form'
import { MapPane, useWide } from './map-pane'
import { NoResult } from './no-result'
import { OfferListRow } from './offer-list-row'
import { Pages } from './pages'
import { PlaceChoices, Problems } from './problems'
import { ResultHead } from './result-head'
import { SaveSearch } from './save-search'
import { ExplainSwitch, ScoreDetails } from './score-details'
import { TakeAlong } from './take-along'
import { useLiveForm } from './use-live-form'
import { ViewSwitch } from './view-switch'
import { numberWord } from './words'

export function FinderScreen({ page }: { readonly page: FinderPage }) {
  const { state, topics, rows, total } = page
  const topicIds = useMemo(() => new Set(topics.map(({ id }) => id)), [topics])
  const { form, onSubmit, onInput, onPlaceLeft } = useLiveForm(state, topicIds)
  const busy = useNavigation().location?.pathname === '/offers'
  const wide = useWide()
  /** The offer that is pointed at now, and the one that was chosen on the map: the first wins. */
  const [pointed, setPointed] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const current = pointed ?? chosen

  const mapShown = wide === null ? false : wide ? state.view !== 'list' : state.view === 'map'
  // Until the browser has said how wide it is, and without JavaScript, the list is always there.
  const listShown = !(wide === false && state.view === 'map')
  const choose = (id: string | null) => {
    setChosen(id)
    if (id && wide) document.getElementById(`offer-${id}`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <>
      <Problems page={page} />
      <PlaceChoices page={page} />
      <FinderForm
        page={page}
        formRef={form}
        onSubmit={onSubmit}
        onInput={onInput}
        onPlaceLeft={onPlaceLeft}
      />
      <ViewSwitch page={page} />
      <p role="status" className="sr-only">
        {busy
          ? m.finder_status_busy()
          : total === 0
            ? m.finder_status_none()
            : m.finder_status({ count: total, shown: numberWord(total) })}
      </p>
      <div
        className={`lg:flex lg:items-start lg:gap-6 lg:pr-6 lg:pl-[max(var(--gutter),calc((100vw-var(--page))/2+var(--gutter)))] ${state.view === 'filters' ? 'max-md:hidden' : ''}`}
      >
        <div
          className={
            listShown
              ? `w-full lg:shrink-0 print:w-full print:max-w-none ${state.view === 'list' ? 'lg:max-w-3xl' : 'lg:w-[572px]'}`
              : 'hidden'
          }
        >
          {state.view === 'map' ? (
            <noscript>
              <p className="bg-info-soft px-(--gutter) py-3 text-info-text">{m.finder_map_no_script()}</p>
            </noscript>
          ) : null}
          <ResultHead page={page} onInput={onInput} />
          {state.view === 'list' ? <ShowMap page={page} /> : null}
          {rows.length === 0 ? (
            <NoResult page={page} />
          ) : (
            <ol
              aria-label={m.finder_list_label()}
              aria-busy={busy || undefined}
              className="overflow-hidden border-y border-line bg-surface lg:rounded-md lg:border-x"
            >
              {rows.map((row) => (
                <OfferListRow key={row.id} row={row} current={row.id === current} onPoint={setPointed}>
                  <CompareTick id={row.id} title={row.title} />
                  <ScoreDetails id={row.id} explained={page.order?.explained ?? null} />
                </OfferListRow>
              ))}
            </ol>
          )}
          {rows.length > 1 ? (
            <div className="px-(--gutter) pt-4 lg:px-0">
              <CompareForm />
            </div>
          ) : null}
          <Pages state={state} pageCount={page.pageCount} />
          <div className="px-(--gutter) pb-4 lg:px-0">
            <TakeAlong title={m.finder_title()} tablePath={total > 0 ? tablePath(state) : undefined} />
          </div>
          <SaveSearch page={page} />
          {page.order ? <ExplainSwitch order={page.order} /> : null}
        </div>
        {wide === null ? null : (
          <div
            className={`no-print ${state.view === 'map' ? 'max-lg:h-[calc(100dvh-20rem)] max-lg:min-h-96' : 'max-lg:hidden'} ${state.view === 'list' ? 'lg:hidden' : ''} lg:sticky lg:top-4 lg:my-4 lg:h-[min(calc(100dvh-2rem),46rem)] lg:min-h-96 lg:flex-1`}
          >
            <MapPane
              state={state}
              total={total}
              shown={mapShown}
              current={current}
              onPoint={setPointed}
              onChoose={choose}
            />
            <Link
              to={finderPath({ ...state, view: 'list' })}
              preventScrollReset
              className="hidden text-sm text-act-text underline underline-offset-[.22em] lg:inline-block"
            >
              {m.finder_view_only_list()}
            </Link>
          </div>
        )}
      </div>
    </>
  )
}

/** The same question, whatever the page and the view. */
function tablePath(state: FinderState): string {
  const query = writeAddress({ ...state, view: 'auto', page: 1 })
  return `/offers.csv${query ? `?${query}` : ''}`
}

function ShowMap({ page: { state } }: { readonly page: FinderPage }) {
  return (
    <Link
      to={finderPath({ ...state, view: 'auto' })}
      preventScrollReset
      className="no-print mb-3 hidden items-center gap-2 text-sm text-act-text underline underline-offset-[.22em] lg:inline-flex"
    >
      <MapIcon aria-hidden size={17} strokeWidth={1.75} />
      {m.finder_view_with_map()}
    </Link>
  )
}
