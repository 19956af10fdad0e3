/** A member shares a file, or a newer version of one. */
import type { SignedInActor } from '~/authorisation/actor'
import type { Transact } from '~/platform/db/client.server'
import type { FileStore } from '~/platform/files/file-store.server'
import type { ScanFile } from '~/platform/files/virus-scan.server'
import type { Limits } from '~/platform/limits/limits.server'
import { FILE_LIMITS, fileName } from '../../media/domain/offer-file'
import { fileRefused, fileTooLarge, noFile } from '../../media/errors'
import { UPLOADS } from '../../media/use-cases/offer-of-actor.server'
import { LIMITS } from '../domain/project'
import { filesFull, projectNotFound, versionsFull } from '../errors'
import { projectEvent } from '../events'
import type { ProjectFileStore } from '../file-store.server'
import { type ChangeProjectNeeds, openProjectOfActor, type ProjectStores } from './project-of-actor.server'

export type AddVersionNeeds = Pick<ChangeProjectNeeds, 'clock'> & {
  readonly transact: Transact<ProjectStores & { readonly projectFiles: ProjectFileStore }>
  readonly attachments: Pick<FileStore, 'put'>
  readonly sniffDocument: (content: Uint8Array) => string | null
  /** `null`: there is no scanner. */
  readonly scanFile: ScanFile | null
  readonly limits: Pick<Limits, 'take'>
}

export type AddVersion = {
  readonly projectId: string
  readonly content: Uint8Array
  /** As it came along. */
  readonly name: string
  /** What it is called, of a new file; `fileId`: the file that it is a newer version of. */
  readonly of: { readonly title: string | null } | { readonly fileId: string }
  readonly note: string | null
}

/**
 * With a scanner members get it once it is found clean.
 * @throws AppError 401, 403, 404; invalid `media.no-file`, `media.file-…`; conflict when there are too many or it is
 * over; too-many.
 */
export async function addVersion(
  needs: AddVersionNeeds,
  actor: SignedInActor,
  { projectId, content, name, of, note }: AddVersion,
): Promise<void> {
  await needs.transact((stores) => openProjectOfActor(stores, actor, projectId))
  if (content.length === 0) throw noFile()
  if (content.length > FILE_LIMITS.bytes) throw fileTooLarge()
  await needs.limits.take(UPLOADS, actor.userId)
  const type = needs.sniffDocument(content)
  if (type === null) throw fileRefused()
  const key = await needs.attachments.put(content)
  const now = needs.clock.now()
  await needs.transact(async (stores) => {
    const { project, by } = await openProjectOfActor(stores, actor, projectId)
    const files = await stores.projectFiles.files(project.id)
    const known = 'fileId' in of ? files.find(({ id }) => id === of.fileId) : null
    if (known === undefined) throw projectNotFound()
    if (known && known.versions >= LIMITS.versions) throw versionsFull(LIMITS.versions)
    if (!known && files.length >= LIMITS.files) throw filesFull(LIMITS.files)
    const called = fileName(name, type)
    const title = ('title' in of && of.title) || called.replace(/\.[a-z]+$/, '')
    const fileId = known?.id ?? (await stores.projectFiles.addFile(project.id, title, now))
    const scan = needs.scanFile === null ? ('not-scanned' as const) : ('waiting' as const)
    const number = (known?.versions ?? 0) + 1
    const version = await stores.projectFiles.addVersion(
      fileId,
      { number, name: called, type, bytes: content.length, key, scan, note },
      { memberId: by.member.id, userId: by.userId },
      now,
    )
    await stores.outbox.append(
      projectEvent('ProjectFileVersionAdded', project.id, by.member.id, { file: fileId, version }),
    )
  })
}
