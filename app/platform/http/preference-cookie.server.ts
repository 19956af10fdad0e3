/** What a reader chose for this browser (language, light or dark), kept for a year. */

const YEAR_SECONDS = 31_536_000

/**
 * @param value letters only; empty: forget the choice.
 * @param secure whether the site is served over https.
 * @returns the value of `Set-Cookie`.
 */
export function preferenceCookie(name: string, value: string, secure: boolean): string {
  const age = value === '' ? 0 : YEAR_SECONDS
  return `${name}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
