/**
 * The map of the Netherlands that every screen with a map stands on: tiles or own boundaries, zoom buttons, source.
 * No zoom animation: pins stay put and keep focus while the zoom changes.
 */
import type { LatLngBoundsExpression, Map as LeafletMap } from 'leaflet'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { MapContainer, useMap } from 'react-leaflet'
import type { Point } from '~/kernel/geography'
import { Boundaries } from './boundaries.client'
import { PlaceLabels } from './place-labels.client'
import { Tiles, useTiles } from './tiles.client'
import { useDark } from './use-dark'

export const NETHERLANDS: LatLngBoundsExpression = [
  [50.75, 3.36],
  [53.56, 7.23],
]
const EDGE: LatLngBoundsExpression = [
  [49.4, 1.2],
  [54.9, 9.4],
]
/** At the closest zoom nothing is clustered any more. */
export const MAX_ZOOM = 17

export type BaseMapWords = {
  readonly label: string
  readonly help: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly attributionTiles: string
  readonly attributionBase: string
}

type Props = {
  readonly words: BaseMapWords
  readonly bounds: LatLngBoundsExpression
  /** Where pins stand: place names keep away from them. */
  readonly pinsAt: (map: LeafletMap) => readonly Point[]
  readonly children?: ReactNode
}

export function BaseMap({ words, bounds, pinsAt, children }: Props) {
  const [map, setMap] = useState<LeafletMap | null>(null)
  const dark = useDark()
  const tiles = useTiles(dark)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys on a pin move the map, as on the map itself
    <div className="map h-full" onKeyDown={(event) => map && panByKey(event, map)}>
      <MapContainer
        ref={setMap}
        bounds={bounds}
        boundsOptions={{ padding: [24, 24], maxZoom: 12 }}
        maxBounds={EDGE}
        maxBoundsViscosity={0.8}
        minZoom={6}
        maxZoom={MAX_ZOOM}
        zoomAnimation={false}
        markerZoomAnimation={false}
        zoomSnap={0.5}
        zoomControl={false}
        attributionControl={false}
      >
        {tiles ? <Tiles /> : null}
        <Boundaries land={!tiles} />
        {tiles ? null : <PlaceLabels pinsAt={pinsAt} />}
        {children}
        <Named words={words} />
      </MapContainer>
      <div className="map-control map-zoom">
        <button type="button" aria-label={words.zoomIn} onClick={() => map?.zoomIn()}>
          <Plus aria-hidden size={20} strokeWidth={1.75} />
        </button>
        <button type="button" aria-label={words.zoomOut} onClick={() => map?.zoomOut()}>
          <Minus aria-hidden size={20} strokeWidth={1.75} />
        </button>
      </div>
      <p className="map-control map-attribution">{tiles ? words.attributionTiles : words.attributionBase}</p>
    </div>
  )
}

/** Gives Leaflet's focusable box a name and says which keys it knows. */
function Named({ words }: { readonly words: BaseMapWords }) {
  const map = useMap()
  useEffect(() => {
    const box = map.getContainer()
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', `${words.label}. ${words.help}`)
    // The box takes its size from the page; a change of layout must not leave grey bands.
    const observer = new ResizeObserver(() => map.invalidateSize({ pan: false }))
    observer.observe(box)
    return () => observer.disconnect()
  }, [map, words])
  return null
}

const STEP_PX = 80
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
}

/** Leaflet hears the keys only while its own box has focus; a pin inside it should move the map alike. */
function panByKey(event: KeyboardEvent, map: LeafletMap): void {
  const onPin = event.target instanceof HTMLElement && event.target.classList.contains('map-pin')
  if (!onPin || event.altKey || event.ctrlKey || event.metaKey) return
  const step = STEPS[event.key]
  if (step) map.panBy([...step], { animate: false })
  else if (event.key === '+' || event.key === '=') map.zoomIn()
  else if (event.key === '-') map.zoomOut()
  else return
  event.preventDefault()
}
