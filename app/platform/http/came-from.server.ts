/** The page of ours that a reader came from, so that a link can lead back to it as it was. */

/**
 * @param path of the page that may be led back to; its query may be any.
 * @returns path and query, e.g. `/offers?q=robot&page=2`; `null` when the reader came from elsewhere or nobody says.
 */
export function cameFrom(request: Request, path: string): string | null {
  const referrer = request.headers.get('Referer')
  if (referrer === null || !URL.canParse(referrer)) return null
  const from = new URL(referrer)
  const here = new URL(request.url)
  return from.host === here.host && from.pathname === path ? `${from.pathname}${from.search}` : null
}
