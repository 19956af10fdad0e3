/** The map of requests around a company. A pin stands in the middle of a municipality: the list says no more either. */
import { type Map as LeafletMap, latLngBounds } from 'leaflet'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useMap } from 'react-leaflet'
import { BaseMap } from '~/components/map/base-map.client'
import { Overlay, useSettled } from '~/components/map/overlay.client'
import { type MapGroup, type MapIndex, makeMapIndex } from '~/features/finder/domain/map-groups'
import { groupsInView, useGroupPress } from '~/features/finder/ui/map/use-group-press'
import { MANY_SHAPE } from '~/features/finder/ui/pin-shape'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import type { NearbyPoint, NearbySites } from './nearby-sites'

type Props = {
  readonly sites: NearbySites
  readonly current: string | null
  readonly onPoint: (code: string | null) => void
  readonly onChoose: (id: string) => void
}

export function NearbyPins({ sites, current, onPoint, onChoose }: Props) {
  const { requests, own } = sites
  const index = useMemo(() => makeMapIndex(requests), [requests])
  const bounds = useMemo(
    () => latLngBounds([...requests, ...own].map(({ point }) => [point.lat, point.lng])),
    [requests, own],
  )
  const words = useMemo(
    () => ({
      label: m.proposals_around_map(),
      help: m.proposals_around_map_help(),
      zoomIn: m.finder_map_zoom_in(),
      zoomOut: m.finder_map_zoom_out(),
      attributionTiles: m.finder_map_attribution_tiles(),
      attributionBase: m.finder_map_attribution_base(),
    }),
    [],
  )
  const pinsAt = useCallback((map: LeafletMap) => groupsInView(index, map).map(({ point }) => point), [index])
  return (
    <BaseMap words={words} bounds={bounds} pinsAt={pinsAt}>
      <Fit bounds={bounds} />
      <Overlay
        pane="shadowPane"
        items={own.map(({ point, placeName }) => ({
          key: `${point.lat} ${point.lng}`,
          point,
          element: (
            <svg
              role="img"
              aria-label={m.proposals_around_map_from({ place: placeName })}
              viewBox="0 0 24 24"
              className="map-from"
            >
              <circle cx={12} cy={12} r={9} className="from-ring" />
              <circle cx={12} cy={12} r={2.5} className="from-dot" />
            </svg>
          ),
        }))}
      />
      <Requests index={index} current={current} onPoint={onPoint} onChoose={onChoose} />
    </BaseMap>
  )
}

/** Shows the whole of another page of the list; the first is shown by the map itself. */
function Fit({ bounds }: { readonly bounds: ReturnType<typeof latLngBounds> }) {
  const map = useMap()
  const shown = useRef(bounds)
  useEffect(() => {
    if (shown.current.equals(bounds)) return
    shown.current = bounds
    map.fitBounds(bounds, { padding: [24, 24], maxZoom: 12, animate: false })
  }, [map, bounds])
  return null
}

type RequestsProps = Omit<Props, 'sites'> & { readonly index: MapIndex<NearbyPoint> }

/** What lies too close together to be told apart is one pin, as in the finder; a press on it looks closer. */
function Requests({ index, current, onPoint, onChoose }: RequestsProps) {
  const map = useMap()
  useSettled(map)
  const press = useGroupPress<NearbyPoint>(map, ({ offers: [first] }) => first && onChoose(first.id))
  return (
    <Overlay
      items={groupsInView(index, map).map((group) => ({
        key: group.key,
        point: group.point,
        element: <Pin group={group} current={current} onPoint={onPoint} onPress={press} />,
      }))}
    />
  )
}

type PinProps = Pick<Props, 'current' | 'onPoint'> & {
  readonly group: MapGroup<NearbyPoint>
  readonly onPress: (group: MapGroup<NearbyPoint>, button: HTMLElement, byMouse: boolean) => void
}

function Pin({ group, current, onPoint, onPress }: PinProps) {
  const { offers: requests, fallsApartAt } = group
  const [first, second] = requests
  if (!first) return null
  const mark = second ? `${requests.length}×` : String(first.rank)
  const municipality = listOf([...new Set(requests.map((request) => request.municipality.name))])
  const ranks = listOf(requests.map(({ rank }) => String(rank)))
  const isCurrent = requests.some((request) => request.municipality.code === current)
  return (
    <button
      type="button"
      className={`map-pin ${second ? 'is-many' : ''} ${mark.length > 2 ? 'is-long' : ''}`}
      // Begins with what stands on the pin, so that it can be said to a computer that listens.
      aria-label={
        fallsApartAt === null
          ? m.proposals_around_map_pin({ mark, municipality, ranks })
          : m.proposals_around_map_cluster({ mark, municipality })
      }
      aria-current={isCurrent || undefined}
      data-first={first.id}
      onClick={(event) => onPress(group, event.currentTarget, event.detail > 0)}
      onMouseEnter={() => onPoint(first.municipality.code)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(first.municipality.code)}
      onBlur={() => onPoint(null)}
    >
      <svg aria-hidden viewBox="0 0 44 44">
        <path d={MANY_SHAPE} className="pin-edge" />
        <path d={MANY_SHAPE} className="pin-body" />
      </svg>
      <span>{mark}</span>
    </button>
  )
}

function listOf(words: readonly string[]): string {
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(words)
}
