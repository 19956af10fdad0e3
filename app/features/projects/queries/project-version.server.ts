/** One version of a file, for who takes part in its project. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import { type BranchId, isUuid, type OrganisationId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { type FileScan, isShared } from '../domain/project-file'
import { projectNotFound } from '../errors'

export type GivenVersion = { readonly name: string; readonly type: string; readonly key: string }

type Row = GivenVersion & {
  readonly scan: FileScan
  readonly branchIds: readonly BranchId[]
  readonly organisationIds: readonly OrganisationId[]
}

/** One statement. @throws AppError 401; 404 for everybody else, and for what is not scanned yet or infected. */
export async function projectVersion(
  { db, scanFile }: { readonly db: Pick<Db, '$queryRaw'>; readonly scanFile: unknown },
  actor: Actor,
  id: string,
): Promise<GivenVersion> {
  const [row] = isUuid(id)
    ? await db.$queryRaw<Row[]>`
        SELECT v.name, v.type, v.key, v.scan::text,
          ARRAY(SELECT m.branch_id FROM project_member m WHERE m.project_id = f.project_id
            AND m.state = 'joined' AND m.branch_id IS NOT NULL) AS "branchIds",
          ARRAY(SELECT m.organisation_id::text FROM project_member m WHERE m.project_id = f.project_id
            AND m.state = 'joined' AND m.organisation_id IS NOT NULL) AS "organisationIds"
        FROM project_file_version v JOIN project_file f ON f.id = v.file_id WHERE v.id = ${id}::uuid`
    : []
  if (!row) throw projectNotFound()
  const { scan, branchIds, organisationIds, ...version } = row
  allow(actor, 'project.see', { branchIds, organisationIds })
  if (!isShared(scan, scanFile !== null)) throw projectNotFound()
  return version
}
