/** The life of a load: read, checked, done, and perhaps undone. */
import type { OrganisationId, UserId } from '~/kernel/ids'
import type { ColumnMapping } from './load-field'

export type LoadState = 'mapping' | 'checked' | 'running' | 'done' | 'undoing' | 'undone' | 'cancelled'
export type LoadRowState = 'waiting' | 'loaded' | 'skipped' | 'failed' | 'undone' | 'kept'

export type Load = {
  readonly id: string
  readonly organisationId: OrganisationId
  /** The feed that brought it; `null`: somebody brought a file. */
  readonly feedId: string | null
  /** `null`: the account is gone. */
  readonly byUserId: UserId | null
  readonly state: LoadState
  readonly heads: readonly string[]
  readonly mapping: ColumnMapping
  readonly publish: boolean
  readonly counts: LoadCounts
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly forgottenAt: Date | null
}

export type LoadCounts = {
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly wrong: number
  readonly done: number
}

/** What somebody waits for longer than this is told by mail when it is done. */
export const LONG_SECONDS = 20
/** So long a load can be undone; after it its rows are forgotten. */
export const UNDO_DAYS = 30
/** So long a table that nobody went on with is kept. */
export const UNFINISHED_DAYS = 7

/** What is said of a row, in both languages: it is read long after it was checked, and by colleagues. */
export type SavedProblem = {
  readonly field: string | null
  /** As the spreadsheet names it; `null`: about the row. */
  readonly cell: string | null
  readonly nl: string
  readonly en: string
  /** Nothing is wrong: it stays a draft until this is told. */
  readonly isRemark?: true
}

/** @returns whether all of it can be loaded at once: with wrong rows only the good ones can. */
export function hasWork({ new: fresh, changed, same }: LoadCounts, publish: boolean): boolean {
  return fresh + changed > 0 || (publish && same > 0)
}

export function canUndo(load: Pick<Load, 'state' | 'finishedAt' | 'forgottenAt'>, now: Date): boolean {
  return (
    load.state === 'done' &&
    load.forgottenAt === null &&
    load.finishedAt !== null &&
    now.getTime() - load.finishedAt.getTime() <= UNDO_DAYS * 86_400_000
  )
}
