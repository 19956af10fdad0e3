/** Files of messages that nobody has looked into yet go through the scanner. The clock asks this, and each message. */
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import type { FileStore } from '~/platform/files/file-store.server'
import type { ScanFile } from '~/platform/files/virus-scan.server'
import type { MessageStore } from '../message-store.server'

const AT_ONCE = 50

/**
 * Content that is infected is removed at once; its row stays, so that both see what became of it.
 * @returns how many were scanned; 0 without a scanner.
 * @throws what the scanner throws when it does not answer: who is not scanned yet is scanned at the next try.
 */
export async function scanMessageFiles(needs: {
  readonly transact: Transact<{ readonly messages: Pick<MessageStore, 'toScan' | 'saveScan'> }>
  readonly attachments: Pick<FileStore, 'read' | 'remove'>
  readonly scanFile: ScanFile | null
  readonly clock: Clock
}): Promise<number> {
  const { scanFile, attachments } = needs
  if (scanFile === null) return 0
  const keys = await needs.transact(({ messages }) => messages.toScan(AT_ONCE))
  for (const key of keys) {
    const content = await attachments.read(key)
    const result = content === null ? 'infected' : await scanFile(content)
    await needs.transact(({ messages }) => messages.saveScan(key, result, needs.clock.now()))
    if (result === 'infected') await attachments.remove(key)
  }
  return keys.length
}
