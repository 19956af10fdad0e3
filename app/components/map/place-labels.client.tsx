/** Names of places on the offline base: the largest first, and only where there is room. */
import { useEffect, useState } from 'react'
import { useMap } from 'react-leaflet'
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

export function PlaceLabels() {
  const map = useMap()
  useSettled(map)
  const places = usePlaces()
  const size = map.getSize()
  const shown = placeLabels(places, (place) => map.latLngToContainerPoint([place.lat, place.lng]), {
    width: size.x,
    height: size.y,
  })
  return (
    <Overlay
      pane="shadowPane"
      items={shown.map((place) => ({
        key: `${place.name}-${place.lat}`,
        point: place,
        element: (
          <span aria-hidden className="map-label">
            {place.name}
          </span>
        ),
      }))}
    />
  )
}
