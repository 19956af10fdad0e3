/** Files of messages that nobody has looked into yet go through the scanner, as files of offers do. */
import type { Transact } from '~/platform/db/client.server'
import { type ScanFilesNeeds, scanFiles } from '../../media/use-cases/scan-files.server'
import type { MessageStore } from '../message-store.server'

/** @returns how many were scanned; 0 without a scanner. @throws what the scanner throws when it does not answer. */
export async function scanMessageFiles(
  needs: Omit<ScanFilesNeeds, 'transact'> & {
    readonly transact: Transact<{ readonly messages: Pick<MessageStore, 'toScan' | 'saveScan'> }>
  },
): Promise<number> {
  const { transact, ...rest } = needs
  return scanFiles({
    ...rest,
    transact: (work) => transact(({ messages }) => work({ media: messages })),
  })
}
