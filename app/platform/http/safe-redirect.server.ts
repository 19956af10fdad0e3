/** Where to go on to: only ever a path of this site. */

const OWN_PATH = /^\/(?![/\\])[^\\\p{Cc}]*$/u

/**
 * @param to as it came from an address or a form.
 * @returns `to` when it is a path of this site (`/offers?page=2`), else `fallback`.
 */
export function safeRedirect(to: unknown, fallback: string): string {
  if (typeof to !== 'string' || to.length > 2000 || !OWN_PATH.test(to)) return fallback
  const base = 'http://own.invalid'
  try {
    const url = new URL(to, base)
    return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : fallback
  } catch {
    return fallback
  }
}
