/** Files that members share, each with its versions. */
import type { FileScan } from '../../media/domain/offer-file'

export type { FileScan }

export type FileVersion = {
  readonly id: string
  readonly fileId: string
  /** From 1. */
  readonly number: number
  /** As it is downloaded. */
  readonly name: string
  /** Media type by its content. */
  readonly type: string
  readonly bytes: number
  /** Names the content. */
  readonly key: string
  readonly scan: FileScan
  /** What changed; `null`: not told. */
  readonly note: string | null
}

/**
 * @param hasScanner whether new files are scanned before anybody gets them.
 * @returns whether members get it.
 */
export function isShared(scan: FileScan, hasScanner: boolean): boolean {
  return scan === 'clean' || (scan === 'not-scanned' && !hasScanner)
}
