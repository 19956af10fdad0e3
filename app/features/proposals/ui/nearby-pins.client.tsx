/** The map of requests around a company. A pin stands in the middle of a municipality: the list says no more either. */
import { latLngBounds } from 'leaflet'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useMap } from 'react-leaflet'
import { BaseMap } from '~/components/map/base-map.client'
import { Overlay } from '~/components/map/overlay.client'
import { MANY_SHAPE } from '~/features/finder/ui/pin-shape'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import type { NearbySite, NearbySites } from './nearby-sites'

type Props = {
  readonly sites: NearbySites
  readonly current: string | null
  readonly onPoint: (code: string | null) => void
  readonly onChoose: (id: string) => void
}

export function NearbyPins({ sites, current, onPoint, onChoose }: Props) {
  const { municipalities, own } = sites
  const bounds = useMemo(
    () => latLngBounds([...municipalities, ...own].map(({ point }) => [point.lat, point.lng])),
    [municipalities, own],
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
  const pinsAt = useCallback(() => municipalities.map(({ point }) => point), [municipalities])
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
      <Overlay
        items={municipalities.map((site) => ({
          key: site.code,
          point: site.point,
          element: (
            <Pin site={site} isCurrent={site.code === current} onPoint={onPoint} onChoose={onChoose} />
          ),
        }))}
      />
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

type PinProps = Omit<Props, 'sites' | 'current'> & { readonly site: NearbySite; readonly isCurrent: boolean }

function Pin({ site, isCurrent, onPoint, onChoose }: PinProps) {
  const map = useMap()
  const { code, name, requests } = site
  const [first, second] = requests
  if (!first) return null
  const mark = second ? `${requests.length}×` : String(first.rank)
  const ranks = new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(
    requests.map(({ rank }) => String(rank)),
  )
  return (
    <button
      type="button"
      className={`map-pin ${second ? 'is-many' : ''} ${mark.length > 2 ? 'is-long' : ''}`}
      // Begins with what stands on the pin, so that it can be said to a computer that listens.
      aria-label={m.proposals_around_map_pin({ mark, municipality: name, ranks })}
      aria-current={isCurrent || undefined}
      onClick={(event) => {
        // A drag that began on a pin ends as a click on it.
        if (event.detail > 0 && map.dragging.moved()) return
        onChoose(first.id)
      }}
      onMouseEnter={() => onPoint(code)}
      onMouseLeave={() => onPoint(null)}
      onFocus={() => onPoint(code)}
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
