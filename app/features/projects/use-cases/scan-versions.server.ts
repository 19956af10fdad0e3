/** Versions that nobody has looked into yet go through the scanner, as files of offers do. */
import type { Transact } from '~/platform/db/client.server'
import { type ScanFilesNeeds, scanFiles } from '../../media/use-cases/scan-files.server'
import type { ProjectFileStore } from '../file-store.server'

export type ScanVersionsNeeds = Omit<ScanFilesNeeds, 'transact'> & {
  readonly transact: Transact<{ readonly projectFiles: ProjectFileStore }>
}

/** @returns how many were scanned; 0 without a scanner. @throws what the scanner throws when it does not answer. */
export async function scanVersions(needs: ScanVersionsNeeds): Promise<number> {
  const { transact, ...rest } = needs
  return scanFiles({
    ...rest,
    transact: (work) => transact(({ projectFiles }) => work({ media: projectFiles })),
  })
}
