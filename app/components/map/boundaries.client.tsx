/** The base that needs no network beyond our own server: land, municipalities and regions of the Netherlands. */
import { useEffect, useState } from 'react'
import { GeoJSON, Pane, Polygon } from 'react-leaflet'
import { merge, mesh } from 'topojson-client'
import type {
  GeometryCollection,
  MultiPolygon,
  Topology,
  Polygon as TopoPolygon,
} from 'topojson-specification'

type Layers = Record<'municipalities' | 'amr' | 'landsdelen', GeometryCollection>

/** Belgium and Germany, roughly: only to tell land from sea where the base layer ends. Its inner edge lies under ours. */
const ABROAD: [number, number][] = [
  [51.37, 3.36],
  [51.1, 2.5],
  [50.0, 1.6],
  [47, 1.6],
  [47, 14],
  [54.9, 14],
  [54.9, 8.6],
  [53.9, 8.7],
  [53.55, 8.2],
  [53.7, 7.2],
  [53.4, 6.98],
  [53.2, 6.95],
  [52.5, 6.5],
  [51.6, 5.5],
  [51.4, 4.3],
  [51.3, 4.15],
  [51.32, 3.6],
]

type Drawn = {
  land: ReturnType<typeof merge>
  municipalities: ReturnType<typeof mesh>
  regions: ReturnType<typeof mesh>
}

let loading: Promise<Drawn> | undefined

async function loadBoundaries(): Promise<Drawn> {
  const response = await fetch('/geo/nl.topojson')
  if (!response.ok) throw new Error(`boundaries: ${response.status}`)
  const topology = (await response.json()) as Topology<Layers>
  const { municipalities, amr, landsdelen } = topology.objects
  return {
    land: merge(topology, landsdelen.geometries as (TopoPolygon | MultiPolygon)[]),
    municipalities: mesh(topology, municipalities, (a, b) => a !== b),
    regions: mesh(topology, amr, (a, b) => a !== b),
  }
}

/** Loaded once per visit. When it does not come, pins and circle stand on plain ground. */
function useBoundaries(): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useEffect(() => {
    let here = true
    loading ??= loadBoundaries()
    loading.then(
      (value) => here && setDrawn(value),
      () => {
        loading = undefined
      },
    )
    return () => {
      here = false
    }
  }, [])
  return drawn
}

/** @param land whether land is filled; with tiles underneath only the region borders are drawn. */
export function Boundaries({ land }: { readonly land: boolean }) {
  const drawn = useBoundaries()
  if (!drawn) return null
  return (
    // A pane of its own under circle and pins: what comes late from the network must not cover them.
    <Pane name="base" style={{ zIndex: 300 }}>
      {land ? (
        <>
          <Polygon positions={ABROAD} className="map-abroad" interactive={false} />
          <GeoJSON data={drawn.land} style={{ className: 'map-land' }} interactive={false} />
          <GeoJSON
            data={drawn.municipalities}
            style={{ className: 'map-municipality' }}
            interactive={false}
          />
        </>
      ) : null}
      <GeoJSON data={drawn.regions} style={{ className: 'map-region' }} interactive={false} />
    </Pane>
  )
}
