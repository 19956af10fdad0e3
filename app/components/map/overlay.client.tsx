/**
 * Puts React elements at points of a Leaflet map: real buttons in the order of the page, instead of Leaflet's own
 * markers, so that focus, names and the tab order are ours. Moves with the map while it is dragged, and is placed
 * anew when the zoom changes.
 */
import type { Map as LeafletMap } from 'leaflet'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useMap } from 'react-leaflet'
import type { Point } from '~/kernel/geography'

const PLACED_ANEW = 'zoom viewreset resize'
const SETTLED = 'moveend zoomend resize'

/** @returns a number that changes each time the map has come to rest: what lies in view is to be asked again. */
export function useSettled(map: LeafletMap): number {
  return useCounter(map, SETTLED)
}

function useCounter(map: LeafletMap, events: string): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const on = () => setCount((before) => before + 1)
    map.on(events, on)
    return () => {
      map.off(events, on)
    }
  }, [map, events])
  return count
}

export type Placed = { readonly key: string; readonly point: Point; readonly element: ReactNode }

/** @param items in tab order. @param pane Leaflet's name: `shadowPane` lies under `markerPane`. */
export function Overlay({
  items,
  pane: paneName = 'markerPane',
}: {
  readonly items: readonly Placed[]
  readonly pane?: 'markerPane' | 'shadowPane'
}) {
  const map = useMap()
  useCounter(map, PLACED_ANEW)
  const pane = map.getPane(paneName)
  if (!pane) return null
  return createPortal(
    items.map(({ key, point, element }) => {
      const { x, y } = map.latLngToLayerPoint([point.lat, point.lng])
      return (
        <div
          key={key}
          className="absolute top-0 left-0 size-0"
          style={{ transform: `translate(${x}px, ${y}px)` }}
        >
          {element}
        </div>
      )
    }),
    pane,
  )
}
