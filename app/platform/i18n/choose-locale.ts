/** Which of the two languages a reader gets. */
export const LOCALES = ['nl', 'en'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'nl'
export const LOCALE_COOKIE = 'lang'

export function isLocale(text: string | null | undefined): text is Locale {
  return LOCALES.some((locale) => locale === text)
}

/**
 * The reader's own choice first (`?lang=`, then the cookie), then what the browser prefers, then Dutch.
 * @param sources `acceptLanguage` as sent, e.g. `en-GB,en;q=0.8,nl;q=0.6`.
 */
export function chooseLocale(sources: {
  readonly query?: string | null | undefined
  readonly cookie?: string | null | undefined
  readonly acceptLanguage?: string | null | undefined
}): Locale {
  if (isLocale(sources.query)) return sources.query
  if (isLocale(sources.cookie)) return sources.cookie
  return preferred(sources.acceptLanguage ?? '') ?? DEFAULT_LOCALE
}

function preferred(header: string): Locale | undefined {
  let best: Locale | undefined
  let bestQuality = 0
  for (const part of header.slice(0, 500).split(',')) {
    const [tag = '', ...options] = part.trim().toLowerCase().split(';')
    const language = tag.split('-')[0]
    const written = options.map((option) => /^\s*q=([\d.]+)\s*$/.exec(option)?.[1]).find(Boolean)
    const quality = written === undefined ? 1 : Number(written)
    if (isLocale(language) && quality > bestQuality) {
      best = language
      bestQuality = quality
    }
  }
  return best
}
