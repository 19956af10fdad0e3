/** Names of places on the offline base: the largest first, and only where there is room. */
import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'
import { useMap } from 'react-leaflet'
import type { Point } from '~/kernel/geography'
import { type LabelPlace, placeLabels } from './label-layout'
import { Overlay, useSettled } from './overlay.client'

let loading: Promise<LabelPlace[]> | undefined

async function loadPlaces(): Promise<LabelPlace[]> {
  const response = await fetch('/geo/places.json')
  if (!response.ok) throw new Error(`places: ${response.status}`)
  return ((await response.json()) as [string, number, number][]).map(([name, lat, lng]) => ({
    name,
    lat,
    lng,
  }))
}

function usePlaces(): LabelPlace[] {
  const [places, setPlaces] = useState<LabelPlace[]>([])
  useEffect(() => {
    let here = true
    loading ??= loadPlaces()
    loading.then(
      (value) => here && setPlaces(value),
      () => {
        loading = undefined
      },
    )
    return () => {
      here = false
    }
  }, [])
  return places
}

/** @param pinsAt where pins stand: names keep away from them. */
export function PlaceLabels({ pinsAt }: { readonly pinsAt: (map: LeafletMap) => readonly Point[] }) {
  const map = useMap()
  useSettled(map)
  const places = usePlaces()
  const size = map.getSize()
  const toPixel = ({ lat, lng }: Point) => map.latLngToContainerPoint([lat, lng])
  const zoomButtons = [30, 74].map((y) => ({ x: size.x - 34, y }))
  const taken = [...pinsAt(map).map(toPixel), ...zoomButtons]
  const shown = placeLabels(places, toPixel, { width: size.x, height: size.y }, taken)
  return (
    <Overlay
      pane="shadowPane"
      items={shown.map(({ place, dropPx }) => ({
        key: `${place.name}-${place.lat}`,
        point: place,
        element: (
          <span aria-hidden className="map-label" style={{ transform: `translate(-50%, ${dropPx}px)` }}>
            {place.name}
          </span>
        ),
      }))}
    />
  )
}
