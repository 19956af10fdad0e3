import 'leaflet'

declare module 'leaflet' {
  interface Handler {
    /** Of `map.dragging`: whether the last press has moved the map. Documented by its source, missing in the types. */
    moved(): boolean
  }
}
