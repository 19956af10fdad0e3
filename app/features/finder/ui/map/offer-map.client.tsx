/** The map of a result. Everything on it is in the list too, under the same numbers. */
import { type LatLngBounds, type Map as LeafletMap, latLngBounds } from 'leaflet'
import Search from 'lucide-react/icons/search'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Circle, Rectangle, useMap } from 'react-leaflet'
import { BaseMap, NETHERLANDS } from '~/components/map/base-map.client'
import { Overlay } from '~/components/map/overlay.client'
import type { FinderMap } from '~/features/finder/domain/finder-page'
import { type MapGroup, type MapIndex, makeMapIndex, type Site } from '~/features/finder/domain/map-groups'
import type { Bounds } from '~/kernel/geography'
import * as m from '~/paraglide/messages'
import { OfferPins } from './offer-pins.client'
import { SitePanel } from './site-panel'
import { groupsInView } from './use-group-press'
import { boundsInView, WatchMoves } from './watch-moves.client'

type Props = {
  readonly data: FinderMap
  /** Offer whose row is pointed at or chosen. */
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
  readonly onChoose: (id: string | null) => void
  /** Absent: the points are not those of a search that can be asked again. */
  readonly onSearchHere?: (bounds: Bounds) => void
}

export function OfferMap({ data, current, onPoint, onChoose, onSearchHere }: Props) {
  const index = useMemo(() => makeMapIndex(data.points), [data])
  const bounds = useMemo(() => boundsOf(data), [data])
  // A new result has other places: what was open belongs to the one that it was opened in.
  const [opened, setOpened] = useState<{ readonly index: MapIndex; readonly site: Site } | null>(null)
  const open = opened?.index === index ? opened.site : null
  const [here, setHere] = useState<Bounds | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  const words = useMemo(
    () => ({
      label: m.finder_map_title(),
      help: m.finder_map_help(),
      zoomIn: m.finder_map_zoom_in(),
      zoomOut: m.finder_map_zoom_out(),
      attributionTiles: m.finder_map_attribution_tiles(),
      attributionBase: m.finder_map_attribution_base(),
    }),
    [],
  )

  const pinsAt = useCallback((map: LeafletMap) => groupsInView(index, map).map(({ point }) => point), [index])

  const show = (site: Site) => {
    setOpened({ index, site })
    onChoose(site.offers[0]?.id ?? null)
  }
  const openGroup = (group: MapGroup, button: HTMLElement) => {
    opener.current = button
    show({ point: group.point, offers: group.offers })
  }
  const close = () => {
    setOpened(null)
    onChoose(null)
    const back = opener.current
    if (back?.isConnected) back.focus()
    else document.querySelector<HTMLElement>('.map .leaflet-container')?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open, wherever the focus is on the map
    <div className="relative h-full" onKeyDown={(event) => open && event.key === 'Escape' && close()}>
      {here && onSearchHere ? (
        <button
          type="button"
          className="absolute top-3 left-3 z-[1050] inline-flex h-11 items-center gap-2 rounded-md border border-line-strong bg-surface px-4 pt-0.5 text-sm font-[650] shadow-lg"
          onClick={() => {
            onSearchHere(here)
            // The button goes; whoever pressed it stays on the map.
            document.querySelector<HTMLElement>('.map .leaflet-container')?.focus()
          }}
        >
          <Search aria-hidden size={17} strokeWidth={1.75} />
          {m.finder_map_search_here()}
        </button>
      ) : null}
      <BaseMap words={words} bounds={bounds} pinsAt={pinsAt}>
        <Fit bounds={bounds} searched={data.bounds} />
        <WatchMoves shown={bounds} onMove={setHere} />
        <Reveal site={open} />
        {data.from && data.radiusKm !== null ? (
          <Circle
            center={[data.from.point.lat, data.from.point.lng]}
            radius={data.radiusKm * 1000}
            className="map-radius"
            interactive={false}
          />
        ) : null}
        {data.bounds ? (
          <Rectangle bounds={cornersOf(data.bounds)} className="map-radius" interactive={false} />
        ) : null}
        {data.from ? <FromMark point={data.from.point} label={data.from.label} /> : null}
        <OfferPins index={index} from={data.from} current={current} onPoint={onPoint} onOpen={openGroup} />
      </BaseMap>
      {open ? (
        <SitePanel
          site={open}
          sites={index.sites}
          current={current}
          onPoint={onPoint}
          onMove={(site) => show(site)}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

function FromMark({
  point,
  label,
}: {
  readonly point: { lat: number; lng: number }
  readonly label: string
}) {
  return (
    <Overlay
      pane="shadowPane"
      items={[
        {
          key: 'from',
          point,
          element: (
            <svg
              role="img"
              aria-label={m.finder_map_school({ place: label })}
              viewBox="0 0 24 24"
              className="map-from"
            >
              <circle cx={12} cy={12} r={9} className="from-ring" />
              <circle cx={12} cy={12} r={2.5} className="from-dot" />
            </svg>
          ),
        },
      ]}
    />
  )
}

/** Shows the whole of a new result; the first one is shown by the map itself. What was searched in view stays in view. */
function Fit({ bounds, searched }: { readonly bounds: LatLngBounds; readonly searched: Bounds | undefined }) {
  const map = useMap()
  const shown = useRef(bounds)
  useEffect(() => {
    if (shown.current === bounds) return
    shown.current = bounds
    if (searched && isSame(searched, boundsInView(map))) return
    map.fitBounds(bounds, { padding: [24, 24], maxZoom: 12, animate: false })
  }, [map, bounds, searched])
  return null
}

const isSame = (a: Bounds, b: Bounds) =>
  a.south === b.south && a.west === b.west && a.north === b.north && a.east === b.east
const cornersOf = ({ south, west, north, east }: Bounds): [[number, number], [number, number]] => [
  [south, west],
  [north, east],
]

/** Brings the opened point above the panel when it is out of view or under it. */
function Reveal({ site }: { readonly site: Site | null }) {
  const map = useMap()
  useEffect(() => {
    if (!site) return
    const { x, y } = map.latLngToContainerPoint([site.point.lat, site.point.lng])
    const size = map.getSize()
    const seen = x > 30 && x < size.x - 30 && y > 30 && y < size.y * 0.4
    if (!seen) map.panBy([x - size.x / 2, y - size.y * 0.22], { animate: false })
  }, [map, site])
  return null
}

function boundsOf({ from, radiusKm, bounds, points }: FinderMap): LatLngBounds {
  if (bounds) return latLngBounds(cornersOf(bounds))
  if (from && radiusKm !== null) {
    const { lat, lng } = from.point
    const dLat = radiusKm / 111.2
    const dLng = dLat / Math.cos((lat * Math.PI) / 180)
    return latLngBounds([lat - dLat, lng - dLng], [lat + dLat, lng + dLng])
  }
  if (points.length === 0) return latLngBounds(NETHERLANDS as [[number, number], [number, number]])
  const all = latLngBounds(points.map(({ point }) => [point.lat, point.lng]))
  return from ? all.extend([from.point.lat, from.point.lng]) : all
}
