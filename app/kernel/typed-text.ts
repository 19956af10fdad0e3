/** What people type, as it is kept. */

// Tab and new line stay. PostgreSQL keeps no NUL, and nothing else of these can be seen.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200b\u2060\ufeff]/g

/** @returns the text with one kind of line end, without characters that cannot be seen, without blanks around it. */
export function typedText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').normalize('NFC').trim()
}

/** @returns the text on one line, with single spaces. */
export function typedLine(text: string): string {
  return typedText(text).replace(/\s+/g, ' ')
}

/** @returns the address with its scheme: who types `www.bedrijf.nl` means https. */
export function typedUrl(text: string): string {
  const url = typedLine(text)
  return url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`
}

/** @returns `2027-01-21` for that and for `21-1-2027`, as people write it; `null` for what is no day of a calendar. */
export function typedDay(text: string): string | null {
  const [, d, mo, y] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(text) ?? []
  const date = y && mo && d ? `${y}-${mo.padStart(2, '0')}-${d.padStart(2, '0')}` : text.trim()
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // Date.parse makes 3 March of 31 February.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : null
}

/** @returns `22:00` for `22.00`, `09:00` for `9:00`; `null` for what is no time of the day. */
export function typedTime(text: string): string | null {
  const [, hours, minutes] = /^\s*([01]?\d|2[0-3])[:.]([0-5]\d)(?::\d\d)?\s*$/.exec(text) ?? []
  return hours && minutes ? `${hours.padStart(2, '0')}:${minutes}` : null
}

/** @returns `7601AB` for `7601 ab`; what is no postcode comes back as it was, on one line. */
export function typedPostcode(text: string): string {
  const line = typedLine(text)
  const [, digits, letters = ''] = /^([1-9][0-9]{3})\s*([a-z]{2})?$/i.exec(line) ?? []
  return digits === undefined ? line : digits + letters.toUpperCase()
}
