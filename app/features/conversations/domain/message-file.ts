/** Files that come with a message: which there may be, and why one is not taken in. */
import type { FileScan } from '../../media/domain/offer-file'

export const MESSAGE_FILES = { count: 5, bytes: 10 * 1024 * 1024 } as const

/** Signatures carry logos of a few kilobytes; a photo that somebody means to send is larger. */
const LOGO_BYTES = 40 * 1024

export const FILE_REFUSALS = ['too-large', 'type', 'too-many', 'empty'] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

export type RefusedFile = { readonly name: string; readonly why: FileRefusal }

export type MessageFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly key: string
  readonly scan: FileScan
}

/** A file as it came in, whatever it is. */
export type SentFile = { readonly name: string; readonly content: Uint8Array }

/**
 * @param taken how many came before it in the same message.
 * @returns why it is refused before anybody looks into it; `null`: look into it.
 */
export function refusalBefore({ content }: SentFile, taken: number): FileRefusal | null {
  if (content.length === 0) return 'empty'
  if (taken >= MESSAGE_FILES.count) return 'too-many'
  return content.length > MESSAGE_FILES.bytes ? 'too-large' : null
}

/** @returns whether it is a picture of a signature, which nobody meant to send. */
export function isLogo(file: { readonly isInText: boolean; readonly bytes: number }): boolean {
  return file.isInText && file.bytes < LOGO_BYTES
}

/** @returns the name for a picture that was drawn anew as WebP. */
export function pictureName(given: string): string {
  const bare = given.replace(/\.[a-z0-9]{2,5}$/i, '').replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
  return `${bare.replace(/\s+/g, ' ').trim().slice(0, 100) || 'foto'}.webp`
}
