/**
 * What a file is by its content. Name and type that a browser sends along are what somebody claims; nothing here looks at
 * them. Office files are ZIP archives: their table of contents is read, nothing in them is unpacked but the few bytes in
 * which an OpenDocument file says what it is, so an archive that unpacks to gigabytes costs nothing.
 */
import { unzipSync } from 'fflate'

export type PictureType = 'jpeg' | 'png' | 'webp' | 'heic'

/** @returns `heic` for what iPhones make (HEIC, HEIF, AVIF); `null` for what is no picture. */
export function sniffPicture(content: Uint8Array): PictureType | null {
  if (startsWith(content, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (textAt(content, 0, 4) === 'RIFF' && textAt(content, 8, 4) === 'WEBP') return 'webp'
  if (textAt(content, 4, 4) === 'ftyp' && /^(he[a-z]{2}|mif1|msf1|avif)/.test(textAt(content, 8, 4)))
    return 'heic'
  return null
}

const OOXML = 'application/vnd.openxmlformats-officedocument'
const ODF = 'application/vnd.oasis.opendocument'
/** Folder in the archive → what it is. */
const OFFICE: Readonly<Record<string, string>> = {
  'word/': `${OOXML}.wordprocessingml.document`,
  'ppt/': `${OOXML}.presentationml.presentation`,
  'xl/': `${OOXML}.spreadsheetml.sheet`,
}
const OPEN_DOCUMENT = new Set([`${ODF}.text`, `${ODF}.presentation`, `${ODF}.spreadsheet`])
const MANY_ENTRIES = 5000

/** @returns its media type; `null` for what is none of PDF, Word, PowerPoint, Excel and OpenDocument, or carries macros. */
export function sniffDocument(content: Uint8Array): string | null {
  if (textAt(content, 0, 5) === '%PDF-') return 'application/pdf'
  if (!startsWith(content, [0x50, 0x4b, 0x03, 0x04])) return null
  const contents = tableOf(content)
  if (contents === null || contents.names.some((name) => /vbaProject\.bin$/i.test(name))) return null
  if (OPEN_DOCUMENT.has(contents.says)) return contents.says
  if (!contents.names.includes('[Content_Types].xml')) return null
  const folder = Object.keys(OFFICE).find((start) => contents.names.some((name) => name.startsWith(start)))
  return folder === undefined ? null : (OFFICE[folder] ?? null)
}

function tableOf(content: Uint8Array): { readonly names: readonly string[]; readonly says: string } | null {
  const names: string[] = []
  try {
    const { mimetype } = unzipSync(content, {
      filter: ({ name, originalSize }) => {
        if (names.push(name) > MANY_ENTRIES) throw new Error('too many entries')
        return name === 'mimetype' && originalSize < 200
      },
    })
    return { names, says: mimetype ? textAt(mimetype, 0, mimetype.length).trim() : '' }
  } catch {
    return null
  }
}

const startsWith = (content: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, at) => content[at] === byte)
const textAt = (content: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...content.subarray(from, from + length))
