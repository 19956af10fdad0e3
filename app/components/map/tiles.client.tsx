/** The national background map (BRT-A of PDOK) when it can be reached. It is never waited for and never missed. */
import { useEffect, useState } from 'react'
import { TileLayer } from 'react-leaflet'

const ADDRESS = 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png'
/** One tile in the middle of the country: if it comes, the others do. */
const PROBE = ADDRESS.replace('{z}', '7').replace('{x}', '65').replace('{y}', '42')
const PATIENCE_MS = 4000

/** @returns whether the tiles can be reached; `false` until it is known, and in dark, where the tiles are too bright. */
export function useTiles(dark: boolean): boolean {
  const [reached, setReached] = useState(false)
  useEffect(() => {
    if (dark || !navigator.onLine) return
    const image = new Image()
    const giveUp = setTimeout(() => {
      image.onload = null
      image.src = ''
    }, PATIENCE_MS)
    image.onload = () => {
      clearTimeout(giveUp)
      setReached(true)
    }
    image.referrerPolicy = 'origin'
    image.src = PROBE
    return () => {
      clearTimeout(giveUp)
      image.onload = null
    }
  }, [dark])
  return reached && !dark
}

export function Tiles() {
  return <TileLayer url={ADDRESS} minZoom={6} maxZoom={19} referrerPolicy="origin" />
}
