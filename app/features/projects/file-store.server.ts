/** Files of projects with their versions: the only writes to `project_file` and `project_file_version`. */
import { randomUUID } from 'node:crypto'
import { isUuid, type NewId, type UserId } from '~/kernel/ids'
import type { Tx } from '~/platform/db/client.server'
import type { ProjectId } from './domain/project'
import type { FileScan, FileVersion } from './domain/project-file'
import { SCAN_COLUMN } from './project-columns.server'

export type ProjectFileStore = ReturnType<typeof makeProjectFileStore>

export type KnownFile = { readonly id: string; readonly versions: number }

export function makeProjectFileStore(tx: Tx, newId: NewId = randomUUID) {
  return {
    /** With the number of the newest version of each. */
    async files(projectId: ProjectId): Promise<readonly KnownFile[]> {
      return tx.$queryRaw<KnownFile[]>`
        SELECT f.id, coalesce(max(v.number), 0)::int AS versions
        FROM project_file f LEFT JOIN project_file_version v ON v.file_id = f.id
        WHERE f.project_id = ${projectId}::uuid GROUP BY f.id ORDER BY f.created_at, f.id`
    },

    async addFile(projectId: ProjectId, title: string, at: Date): Promise<string> {
      const id = newId()
      await tx.projectFile.create({ data: { id, projectId, title, createdAt: at }, select: { id: true } })
      return id
    },

    /** @param by the member for which it came, and the person. */
    async addVersion(
      fileId: string,
      { scan, ...version }: Omit<FileVersion, 'id' | 'fileId'>,
      by: { readonly memberId: string; readonly userId: UserId | null },
      at: Date,
    ): Promise<string> {
      const id = newId()
      const data = { ...version, id, fileId, scan: SCAN_COLUMN[scan], createdAt: at }
      await tx.projectFileVersion.create({
        data: { ...data, byMemberId: by.memberId, byUserId: by.userId },
        select: { id: true },
      })
      return id
    },

    /** Those of the project among them, in the order of their files. */
    async versions(projectId: ProjectId, ids: readonly string[]): Promise<readonly FileVersion[]> {
      return tx.$queryRaw<FileVersion[]>`
        SELECT v.id, v.file_id AS "fileId", v.number, v.name, v.type, v.bytes, v.key, v.scan::text, v.note
        FROM project_file f JOIN project_file_version v ON v.file_id = f.id
        WHERE f.project_id = ${projectId}::uuid AND v.id = ANY(${ids.filter(isUuid)}::uuid[])
        ORDER BY f.created_at, f.id, v.number`
    },

    /** @returns keys of content that was not scanned, the oldest first. */
    async toScan(atMost: number): Promise<readonly string[]> {
      const rows = await tx.projectFileVersion.findMany({
        where: { scan: { in: ['waiting', 'not_scanned'] } },
        select: { key: true },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: atMost,
      })
      return [...new Set(rows.map(({ key }) => key))]
    },

    /** Of every version with this content. */
    async saveScan(key: string, scan: Extract<FileScan, 'clean' | 'infected'>, at: Date): Promise<void> {
      await tx.projectFileVersion.updateMany({ where: { key }, data: { scan, scannedAt: at } })
    },
  }
}
