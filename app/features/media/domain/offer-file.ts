/** Files of an offer: which there may be, what they are called, who gets them. */

export const FILE_LIMITS = { count: 10, bytes: 20 * 1024 * 1024, name: 100 } as const

export type FileScan = 'waiting' | 'clean' | 'infected' | 'not-scanned'

export type OfferFile = {
  readonly id: string
  /** As it is downloaded, e.g. `Werkblad lasrobot.pdf`. */
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly key: string
  readonly scan: FileScan
}

/** Media type → how such a file is called. */
const KINDS: Readonly<Record<string, { readonly extension: string; readonly word: string }>> = {
  'application/pdf': { extension: 'pdf', word: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extension: 'docx',
    word: 'Word',
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    extension: 'pptx',
    word: 'PowerPoint',
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', word: 'Excel' },
  'application/vnd.oasis.opendocument.text': { extension: 'odt', word: 'OpenDocument' },
  'application/vnd.oasis.opendocument.presentation': { extension: 'odp', word: 'OpenDocument' },
  'application/vnd.oasis.opendocument.spreadsheet': { extension: 'ods', word: 'OpenDocument' },
}

/** @returns `PDF`, `Word` …: a name that is the same in every language. */
export function fileKindWord(type: string): string {
  return KINDS[type]?.word ?? type
}

// What a file system or a header would read as something else.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSAFE = /[\u0000-\u001f\u007f"*/:<>?\\|\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g

/**
 * @param given the name that came along, or that somebody typed; anything.
 * @param type media type by its content: the ending follows it.
 * @returns a name of at most 100 characters and its ending, never empty.
 */
export function fileName(given: string, type: string): string {
  const extension = KINDS[type]?.extension ?? 'bin'
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const bare = last
    .replace(/\.(pdf|docx?|pptx?|xlsx?|od[tps])$/i, '')
    .replace(UNSAFE, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${bare.slice(0, FILE_LIMITS.name).trim() || 'bestand'}.${extension}`
}

/**
 * @param hasScanner whether new files are scanned before schools get them.
 * @returns whether schools get it.
 */
export function isGiven(scan: FileScan, hasScanner: boolean): boolean {
  return scan === 'clean' || (scan === 'not-scanned' && !hasScanner)
}
