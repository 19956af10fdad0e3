/** Sees when the map shows something else than the result it was laid out for, by hand or by keys. */
import type { LatLngBounds, Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import { useMap, useMapEvents } from 'react-leaflet'
import { edgeOf } from '~/features/finder/domain/finder-address'
import type { Bounds } from '~/kernel/geography'

type Props = {
  /** Of the result: what is new is shown whole, and nobody has moved it yet. */
  readonly shown: LatLngBounds
  /** @param here what is in view; `null`: what was shown first. */
  readonly onMove: (here: Bounds | null) => void
}

/** Less than so many pixels is a hand that trembles. */
const STIRRED_PX = 24

export function WatchMoves({ shown, onMove }: Props) {
  const map = useMap()
  const home = useRef<{ readonly of: LatLngBounds; readonly view: View } | null>(null)
  useEffect(() => {
    home.current = { of: shown, view: viewOf(map) }
    onMove(null)
  }, [map, shown, onMove])
  useMapEvents({
    moveend: () => {
      if (home.current?.of !== shown) return
      const { center, zoom } = home.current.view
      const stirred = map.latLngToContainerPoint(center).distanceTo(map.getSize().divideBy(2))
      onMove(zoom !== map.getZoom() || stirred > STIRRED_PX ? boundsInView(map) : null)
    },
  })
  return null
}

type View = { readonly center: ReturnType<LeafletMap['getCenter']>; readonly zoom: number }
const viewOf = (map: LeafletMap): View => ({ center: map.getCenter(), zoom: map.getZoom() })

/** @returns the edges of what is in view, as an address writes them. */
export function boundsInView(map: LeafletMap): Bounds {
  const view = map.getBounds()
  return {
    south: edgeOf(view.getSouth()),
    west: edgeOf(view.getWest()),
    north: edgeOf(view.getNorth()),
    east: edgeOf(view.getEast()),
  }
}
