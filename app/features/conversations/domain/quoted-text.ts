/**
 * What somebody wrote, without what their mail program quoted below it. Programs quote in a few dozen ways; here are those
 * of Gmail, Apple Mail, Outlook, Thunderbird, Yahoo and common webmail in Dutch and English. A signature stays: it is
 * what somebody wants the other to read. A line that we put into every mail is the last resort.
 */

/** Stands in our mails: what is below it is ours. */
export const REPLY_ABOVE = '## Schakel ##'

/** Attributions may be broken over so many lines. */
const BROKEN_OVER = 4

const WROTE = /\b(schreef|geschreven|wrote|writes|schrieb|a écrit)\b/i
const ATTRIBUTIONS = [
  // Op ma 30 nov 2026 om 10:03 schreef Anna <a@b.nl>:  ·  On Mon, 30 Nov 2026 at 10:03, Anna <a@b.nl> wrote:
  /^(op|on|am|le)\s.{4,300}\b(schreef|geschreven|wrote|schrieb|a écrit)\b.{0,250}:$/i,
  // Anna <a@b.nl> schreef op ma 30 nov 2026 om 10:03:  ·  Anna schreef op 30-11-2026 10:03:
  /^.{1,200}\b(schreef op|schreef het volgende op|wrote on)\b.{4,80}:$/i,
  // 2026-11-30 10:03 GMT+01:00 Anna <a@b.nl>:
  /^\d{4}-\d{2}-\d{2}\s.{1,200}<\S+@\S+>:$/,
]

const DIVIDERS = [
  /^-{2,}\s*(oorspronkelijk|origineel) bericht\s*-{2,}$/i,
  /^-{2,}\s*original message\s*-{2,}$/i,
  /^-{2,}\s*(urspr.ngliche nachricht|message d'origine)\s*-{2,}$/i,
  /^_{20,}$/,
]

const HEADER_FROM = /^\*?(van|from|von|de)\s?:\*?\s*\S/i
const HEADER_DATE = /^\*?(verzonden|datum|sent|date|gesendet|envoyé)\s?:\*?/i
const HEADER_TO = /^\*?(aan|to|an|à|onderwerp|subject)\s?:\*?/i

/**
 * @param text of a mail, any line ends.
 * @returns what was written, without blank lines around it; empty when nothing was.
 */
export function withoutQuote(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n')
  const quote = firstQuote(lines)
  if (quote === null) return tidy(withoutLastQuoted(lines))
  const above = lines.slice(0, quote.from)
  const below = lines.slice(quote.until)
  // Who answers below or between the quoted lines: what is theirs has no sign in front.
  const isMarked = below.some(isQuoted)
  if (quote.isAttribution && isMarked) {
    const last = below.findLastIndex(isQuoted)
    const between = below.slice(0, last).some((line) => !isQuoted(line) && line.trim() !== '')
    const after = below.slice(last + 1)
    const hasAfter = after.some((line) => line.trim() !== '' && !isOurs(line))
    if (between && hasAfter) return tidy([...above, ...below.filter((line) => !isOurs(line))])
    if (hasAfter) return tidy([...above, ...after])
  }
  return tidy(withoutLastQuoted(above))
}

type Quote = {
  readonly from: number
  readonly until: number
  readonly isAttribution: boolean
}

function firstQuote(lines: readonly string[]): Quote | null {
  for (let i = 0; i < lines.length; i++) {
    const line = bare(lines[i] ?? '')
    if (isOurs(line)) return { from: i, until: i + 1, isAttribution: false }
    if (DIVIDERS.some((divider) => divider.test(line)) && (!/^_/.test(line) || isHeaderBlock(lines, i + 1)))
      return { from: i, until: lines.length, isAttribution: false }
    if (isHeaderBlock(lines, i)) return { from: i, until: lines.length, isAttribution: false }
    const length = attributionLength(lines, i)
    if (length > 0) return { from: i, until: i + length, isAttribution: true }
  }
  return null
}

/** @returns over how many lines an attribution goes that begins here; 0: none does. */
function attributionLength(lines: readonly string[], at: number): number {
  let joined = ''
  for (let n = 1; n <= BROKEN_OVER; n++) {
    const line = bare(lines[at + n - 1] ?? '')
    if (line === '') return 0
    joined = joined === '' ? line : `${joined} ${line}`
    if (!line.endsWith(':')) continue
    if (!WROTE.test(joined) && !/^\d{4}-/.test(joined)) return 0
    return ATTRIBUTIONS.some((attribution) => attribution.test(joined)) && looksDated(joined) ? n : 0
  }
  return 0
}

/** Somebody may write "Op school schreef een leerling:" themselves. */
function looksDated(line: string): boolean {
  return /\d{1,2}[:.]\d{2}/.test(line) || /\b\d{4}\b/.test(line) || /\d{1,2}[-/.]\d{1,2}[-/.]\d{2}/.test(line)
}

/** Outlook's: From, then within a few lines when and to whom. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const rest = lines.slice(at).map(bare)
  const start = rest.findIndex((line) => line !== '')
  if (start === -1 || start > 1 || !HEADER_FROM.test(rest[start] ?? '')) return false
  const next = rest.slice(start + 1, start + 7)
  return next.some((line) => HEADER_DATE.test(line)) && next.some((line) => HEADER_TO.test(line))
}

const isQuoted = (line: string) => /^\s*>/.test(line)
/** An attribution may be quoted itself: Apple Mail on a phone does so. */
const bare = (line: string) => line.replace(/^[\s>]+/, '').trim()
const isOurs = (line: string) => line.includes(REPLY_ABOVE)

/** Lines with a sign in front at the end, and nothing after them. */
function withoutLastQuoted(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '' && !isQuoted(line))
  return lines.slice(0, last + 1)
}

function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
