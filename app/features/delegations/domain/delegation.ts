/** Partners that one organisation may have at a time. */
export const PARTNERS_MAX = 20

/**
 * @param typed the name of an organisation, or the address of its page as it stands in a browser.
 * @returns the part of the address that names it; `null` for what is no such address.
 */
export function slugIn(typed: string): string | null {
  return /\/organisations\/([a-z0-9-]{1,200})\/?(?:[?#].*)?$/i.exec(typed.trim())?.[1]?.toLowerCase() ?? null
}
