/** Light or dark, as the reader chose; the system's own where nothing was chosen. */
export type Theme = 'light' | 'dark' | 'system'
export const THEME_COOKIE = 'theme'

export function themeOf(request: Request): Theme {
  const value = new RegExp(`(?:^|;\\s*)${THEME_COOKIE}=(light|dark)(?:;|$)`).exec(
    request.headers.get('Cookie') ?? '',
  )
  return (value?.[1] as Theme | undefined) ?? 'system'
}
