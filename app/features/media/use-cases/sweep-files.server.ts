/** Content that no picture and no file names any more is removed. The clock asks this, every night. */
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { FileStore } from '~/platform/files/file-store.server'
import type { MediaStore } from '../store.server'

export type SweepFilesNeeds = {
  readonly transact: Transact<{ readonly media: Pick<MediaStore, 'namedOf'> }>
  readonly pictures: Pick<FileStore, 'keysBefore' | 'remove'>
  readonly attachments: Pick<FileStore, 'keysBefore' | 'remove'>
  readonly clock: Clock
}

const DAY_MS = 86_400_000
const BATCH = 500

/**
 * What was put within the last day stays: its row may be on its way.
 * @returns how many were removed.
 */
export async function sweepFiles(needs: SweepFilesNeeds): Promise<number> {
  const before = new Date(needs.clock.now().getTime() - DAY_MS)
  let removed = 0
  for (const store of [needs.pictures, needs.attachments]) {
    const old: string[] = []
    for await (const key of store.keysBefore(before)) old.push(key)
    for (let from = 0; from < old.length; from += BATCH) {
      const batch = old.slice(from, from + BATCH)
      const named = await needs.transact(({ media }) => media.namedOf(batch))
      for (const key of batch)
        if (!named.has(key)) {
          await store.remove(key)
          removed++
        }
    }
  }
  return removed
}
