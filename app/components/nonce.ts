import { createContext, useContext } from 'react'

/** Of the Content-Security-Policy. Empty in the browser, which hides the attribute from scripts. */
export const NonceContext = createContext<string | undefined>(undefined)

/** @returns what `Scripts`, `ScrollRestoration` and `LiveReload` take as `nonce`. */
export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
