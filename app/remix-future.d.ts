// Loaders and actions give back values as they are (single fetch): dates stay dates, nothing is turned into JSON types.
import '@remix-run/node'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}
