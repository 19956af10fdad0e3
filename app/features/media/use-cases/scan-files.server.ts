/** Files that nobody has looked into yet go through the scanner. The clock asks this, and each new file. */
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { FileStore } from '~/platform/files/file-store.server'
import type { ScanFile } from '~/platform/files/virus-scan.server'
import type { MediaStore } from '../store.server'

export type ScanFilesNeeds = {
  readonly transact: Transact<{ readonly media: Pick<MediaStore, 'toScan' | 'saveScan'> }>
  readonly attachments: Pick<FileStore, 'read' | 'remove'>
  /** `null`: there is no scanner. */
  readonly scanFile: ScanFile | null
  readonly clock: Clock
}

const AT_ONCE = 50

/**
 * Content that is infected is removed at once; its row stays, so that the company sees what became of it. Files that came
 * in before there was a scanner are scanned as well. Content that is not there can not be given and counts as infected.
 * @returns how many were scanned; 0 without a scanner.
 * @throws what the scanner throws when it does not answer: who is not scanned yet is scanned at the next try.
 */
export async function scanFiles(needs: ScanFilesNeeds): Promise<number> {
  const { scanFile, attachments } = needs
  if (scanFile === null) return 0
  const keys = await needs.transact(({ media }) => media.toScan(AT_ONCE))
  for (const key of keys) {
    const content = await attachments.read(key)
    const result = content === null ? 'infected' : await scanFile(content)
    await needs.transact(({ media }) => media.saveScan(key, result, needs.clock.now()))
    if (result === 'infected') await attachments.remove(key)
  }
  return keys.length
}
