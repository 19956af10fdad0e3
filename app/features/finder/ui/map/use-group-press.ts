/** What a press on a pin does: a group that falls apart is zoomed into, anything else is opened. */
import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef } from 'react'
import { MAX_ZOOM } from '~/components/map/base-map.client'
import type { MapGroup, MapIndex, Pinned } from '~/features/finder/domain/map-groups'

/** The groups that the window shows now, with a little around it. */
export function groupsInView<P extends Pinned>(index: MapIndex<P>, map: LeafletMap): MapGroup<P>[] {
  const view = map.getBounds().pad(0.02)
  return index.groupsIn([view.getWest(), view.getSouth(), view.getEast(), view.getNorth()], map.getZoom())
}

/** Pins say in `data-first` which is their first: the one that a vanished group had gets its focus. */
export function useGroupPress<P extends Pinned>(
  map: LeafletMap,
  onOpen: (group: MapGroup<P>, button: HTMLElement) => void,
) {
  const focusNext = useRef<string | null>(null)
  useEffect(() => {
    const id = focusNext.current
    if (!id) return
    focusNext.current = null
    const pins = map.getContainer().querySelectorAll<HTMLElement>('.map-pin')
    for (const pin of pins) if (pin.dataset.first === id) pin.focus()
  })
  return (group: MapGroup<P>, button: HTMLElement, byMouse: boolean) => {
    // A drag that began on a pin ends as a click on it.
    if (byMouse && map.dragging.moved()) return
    if (group.fallsApartAt === null) return onOpen(group, button)
    focusNext.current = group.offers[0]?.id ?? null
    map.setView([group.point.lat, group.point.lng], Math.min(group.fallsApartAt, MAX_ZOOM), {
      animate: false,
    })
  }
}
