/** Files of a message: looked into, and kept by their content. */
import type { FileStore } from '~/platform/files/file-store.server'
import type { PreparePicture } from '~/platform/files/prepare-picture.server'
import type { ScanFile } from '~/platform/files/virus-scan.server'
import { fileName } from '../../media/domain/offer-file'
import {
  type MessageFile,
  pictureName,
  type RefusedFile,
  refusalBefore,
  type SentFile,
} from '../domain/message-file'

export type TakeInFilesNeeds = {
  readonly attachments: Pick<FileStore, 'put'>
  /** @returns the media type by content; `null`: none that may be given. */
  readonly sniffDocument: (content: Uint8Array) => string | null
  readonly preparePicture: PreparePicture
  /** `null`: there is no scanner. */
  readonly scanFile: ScanFile | null
}

export type TakenIn = {
  readonly files: readonly Omit<MessageFile, 'id'>[]
  readonly refused: readonly RefusedFile[]
}

/** Pictures are drawn anew, so that no place and no camera comes along. In the order in which they came. */
export async function takeInFiles(needs: TakeInFilesNeeds, sent: readonly SentFile[]): Promise<TakenIn> {
  const files: Omit<MessageFile, 'id'>[] = []
  const refused: RefusedFile[] = []
  for (const one of sent) {
    const before = refusalBefore(one, files.length)
    const made = before === null ? await prepared(needs, one) : null
    if (made === null) {
      refused.push({ name: one.name.slice(0, 100), why: before ?? 'type' })
      continue
    }
    files.push({
      name: made.name,
      type: made.type,
      bytes: made.content.length,
      key: await needs.attachments.put(made.content),
      scan: needs.scanFile === null ? 'not-scanned' : 'waiting',
    })
  }
  return { files, refused }
}

async function prepared(needs: TakeInFilesNeeds, { name, content }: SentFile) {
  const type = needs.sniffDocument(content)
  if (type !== null) return { name: fileName(name, type), type, content }
  const picture = await needs.preparePicture(content)
  const largest = picture.ok ? picture.sizes.at(-1) : undefined
  return largest ? { name: pictureName(name), type: 'image/webp', content: largest.content } : null
}
