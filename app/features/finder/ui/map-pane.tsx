/**
 * The frame of the map. The map itself and its pins are fetched only when the frame is shown: beside the list in a
 * wide window, on a phone after "Kaart".
 */
import { useFetcher, useNavigate } from '@remix-run/react'
import { Component, lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { finderPath, writeAddress } from '~/features/finder/domain/finder-address'
import type { FinderMap } from '~/features/finder/domain/finder-page'
import type { FinderState } from '~/features/finder/domain/finder-state'
import type { OfferKind } from '~/kernel/education'
import type { Bounds } from '~/kernel/geography'
import * as m from '~/paraglide/messages'
import { MANY_SHAPE, pinShape } from './pin-shape'
import { kindWord, numberWord } from './words'

const OfferMap = lazy(async () => ({ default: (await import('./map/offer-map.client')).OfferMap }))

type Props = {
  readonly state: FinderState
  readonly total: number
  readonly shown: boolean
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
  readonly onChoose: (id: string | null) => void
}

export function MapPane({ state, total, shown, ...choosing }: Props) {
  const pins = useFetcher<FinderMap>({ key: 'finder-map' })
  const { load } = pins
  const navigate = useNavigate()
  // A circle around a place and a rectangle elsewhere would leave nothing.
  const searchHere = (bounds: Bounds) =>
    navigate(finderPath({ ...state, bounds, radiusKm: null, page: 1 }), { preventScrollReset: true })
  // The pins are those of the whole result: another page or another view has the same ones.
  const query = writeAddress({ ...state, view: 'auto', page: 1 })
  useEffect(() => {
    if (shown) load(`/offers/map-points${query ? `?${query}` : ''}`)
  }, [shown, query, load])

  const waiting = (
    <p className="grid h-full place-items-center p-4 text-center text-sm text-ink-soft">
      {m.finder_map_loading()}
    </p>
  )
  return (
    <section aria-label={m.finder_map_title()} className="flex h-full flex-col">
      <a
        href="#after-map"
        className="sr-only focus:not-sr-only focus:py-2 focus:text-act-text focus:underline"
      >
        {m.finder_map_skip()}
      </a>
      <p className="min-h-[1.375rem] px-(--gutter) pb-2 text-sm text-ink-soft max-lg:pt-2 lg:px-0">
        {pins.data ? placed(pins.data, total) : ''}
      </p>
      <div className="min-h-0 flex-1 overflow-hidden border-line-strong bg-sunken lg:rounded-lg lg:border">
        {shown ? (
          <MapFailure>
            <Suspense fallback={waiting}>
              {pins.data ? <OfferMap data={pins.data} {...choosing} onSearchHere={searchHere} /> : waiting}
            </Suspense>
          </MapFailure>
        ) : null}
      </div>
      <Legend from={pins.data?.from?.label ?? null} />
      <span id="after-map" tabIndex={-1} />
    </section>
  )
}

function placed(data: FinderMap, total: number): string {
  const on = data.points.length
  const off = total - on
  const first = m.finder_map_on({ count: on, shown: numberWord(on) })
  return off > 0 ? `${first} ${m.finder_map_off({ count: off, shown: numberWord(off) })}` : first
}

const IN_LEGEND: readonly OfferKind[] = ['guest-lesson', 'excursion', 'co-development', 'event']

/** What the shapes mean. */
function Legend({ from }: { readonly from: string | null }) {
  return (
    <ul
      aria-label={m.finder_map_legend()}
      className="flex flex-wrap gap-x-4 gap-y-1 px-(--gutter) pt-2 text-xs text-ink-soft lg:px-0"
    >
      {from === null ? null : (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 24 24" className="size-4">
            <circle cx={12} cy={12} r={9} className="fill-surface stroke-need" strokeWidth={5} />
            <circle cx={12} cy={12} r={2.5} className="fill-need" />
          </svg>
          {m.finder_map_legend_from({ place: from })}
        </li>
      )}
      {IN_LEGEND.map((kind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg aria-hidden viewBox="0 0 44 44" className="size-4">
            <path d={pinShape(kind)} className="fill-surface stroke-act" strokeWidth={6} />
          </svg>
          {kindWord[kind]()}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <svg aria-hidden viewBox="0 0 44 44" className="size-4">
          <path d={MANY_SHAPE} className="fill-surface stroke-act" strokeWidth={11} />
        </svg>
        {m.finder_map_legend_cluster()}
      </li>
    </ul>
  )
}

/** A map that breaks (its file did not come) leaves the list as it is. */
class MapFailure extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override render() {
    if (!this.state.failed) return this.props.children
    return <p className="grid h-full place-items-center p-4 text-center">{m.finder_map_failed()}</p>
  }
}

/** @returns whether the window is wide enough for list and map; `null` until the browser says. */
export function useWide(): boolean | null {
  const [wide, setWide] = useState<boolean | null>(null)
  useEffect(() => {
    const query = matchMedia('(min-width: 64rem)')
    const update = () => setWide(query.matches)
    update()
    query.addEventListener('change', update)
    return () => query.removeEventListener('change', update)
  }, [])
  return wide
}
