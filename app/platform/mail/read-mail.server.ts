/**
 * A mail as it came in, read into what the program asks of it. Nothing of it is believed but its words: names of files are
 * names, types of files are found by their content elsewhere. Mails that are nested too deep or have headers without end
 * are refused by the parser.
 */
import PostalMime, { type Attachment, type Email } from 'postal-mime'

export type IncomingFile = {
  readonly name: string
  readonly content: Uint8Array
  /** Stands in the text, as logos of signatures do. */
  readonly isInText: boolean
}

export type IncomingMail = {
  /** With its angle brackets; `null` when it has none. */
  readonly messageId: string | null
  readonly from: string | null
  /** All whom it says that it was sent to. */
  readonly recipients: readonly string[]
  /** Names in lower case; of several the first. */
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  readonly files: readonly IncomingFile[]
  /** It reports that another mail did not arrive, with the Message-IDs that it names, and whether none would (5.x.x). */
  readonly failure: { readonly mailIds: readonly string[]; readonly isForGood: boolean } | null
}

export type ReadMail = (raw: Uint8Array) => Promise<IncomingMail>

const RECIPIENTS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-forwarded-to']
const ADDRESS = /[^\s<>,;:"()]+@[^\s<>,;:"()]+/g
const MAIL_ID = /<[^\s<>@]{1,200}@[^\s<>]{1,200}>/g

/** @param quoteMark a line that is put where HTML begins to quote. @throws Error for what is no mail. */
export async function readMail(raw: Uint8Array, quoteMark: string): Promise<IncomingMail> {
  const mail = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    maxNestingDepth: 40,
    maxHeadersSize: 512 * 1024,
  })
  const headers = new Map<string, string>()
  for (const { key, value } of mail.headers) if (!headers.has(key)) headers.set(key, value)
  return {
    messageId: mail.messageId?.trim().slice(0, 500) || null,
    from: mail.from?.address?.toLowerCase() ?? null,
    recipients: mail.headers
      .filter(({ key }) => RECIPIENTS.includes(key))
      .flatMap(({ value }) => value.match(ADDRESS) ?? []),
    headers,
    text: mail.text ?? (mail.html === undefined ? '' : textOfHtml(mail.html, quoteMark)),
    files: mail.attachments.filter(isFile).map(asFile),
    failure: failureOf(mail, headers),
  }
}

const isFile = ({ mimeType }: Attachment) =>
  mimeType !== 'message/delivery-status' && mimeType !== 'text/rfc822-headers' && mimeType !== 'text/calendar'

function asFile({ filename, content, related, disposition }: Attachment): IncomingFile {
  return {
    name: filename ?? '',
    content: bytesOf(content),
    isInText: related === true && disposition !== 'attachment',
  }
}

function bytesOf(content: Attachment['content']): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
}

/** RFC 3464; a report of a mail that is only late is none. */
function failureOf(mail: Email, headers: ReadonlyMap<string, string>): IncomingMail['failure'] {
  const isReport = /multipart\/report.*delivery-status/is.test(headers.get('content-type') ?? '')
  if (!isReport && !headers.has('x-failed-recipients')) return null
  const parts = mail.attachments.map(({ content }) => Buffer.from(bytesOf(content)).toString('latin1'))
  const isLate = parts.some((part) => /^action:\s*delayed/im.test(part))
  const isFailed = parts.some((part) => /^action:\s*failed/im.test(part))
  if (isLate && !isFailed) return null
  const ids = [...parts, mail.text ?? ''].flatMap((part) => part.slice(0, 100_000).match(MAIL_ID) ?? [])
  const isForGood = isFailed && parts.some((part) => /^status:\s*5\./im.test(part))
  return { mailIds: [...new Set(ids)].slice(0, 20), isForGood }
}

const QUOTES =
  /<blockquote\b|<div[^>]+(?:class="[^"]*(?:gmail_quote|moz-cite-prefix|yahoo_quoted)|id="(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container))/i
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  eacute: 'é',
  euml: 'ë',
  iuml: 'ï',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
}

/** Words and lines of HTML, up to where it quotes; never shown as anything but text. */
function textOfHtml(html: string, quoteMark: string): string {
  const quote = QUOTES.exec(html)
  const own = quote ? `${html.slice(0, quote.index)}<br>${quoteMark}` : html
  return own
    .replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>|<\/(p|div|li|tr|h[1-6])\s*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => decoded(name) ?? whole)
    .replace(/^ +/gm, '')
}

function decoded(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : undefined
}
