/** @returns headers that set the cookies; each is the value of a `Set-Cookie`. */
export function settingCookies(cookies: readonly string[]): [string, string][] {
  return cookies.map((cookie) => ['Set-Cookie', cookie])
}
