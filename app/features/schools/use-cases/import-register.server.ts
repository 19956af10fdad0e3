/** Reads an edition of the national register in: all of it or nothing. */
import type { Actor } from '~/authorisation/actor'
import { allow } from '~/authorisation/permissions'
import type { Clock } from '~/kernel/calendar'
import type { Transact } from '~/platform/db/client.server'
import { type BranchRecord, closesTooMany, diffRegister, type RegisterDiff } from '../domain/register'
import { closesTooManyBranches } from '../errors'
import type { RegisterStore } from '../register-store.server'
import { registerRow } from '../schemas'

export type ImportRegisterNeeds = {
  readonly transact: Transact<{ readonly register: RegisterStore }>
  readonly clock: Clock
}

export type ImportRegister = {
  /** Rows by column name, as read from the file. */
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** `2024-11`. */
  readonly edition: string
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash: string
  /** Only say what would change. */
  readonly dryRun: boolean
  /** Go on although more branches close than is likely. */
  readonly force: boolean
}

export type Refused = { readonly line: number; readonly branch: string; readonly reason: string }
export type ImportReport = RegisterDiff & { readonly refused: readonly Refused[]; readonly applied: boolean }

/**
 * Rows that cannot be read are refused one by one and told with their line; a branch whose row is refused stays as it was.
 * The same file twice changes nothing.
 * @throws AppError invalid `school.import-closes-too-many` without `force`.
 */
export async function importRegister(
  needs: ImportRegisterNeeds,
  actor: Actor,
  input: ImportRegister,
): Promise<ImportReport> {
  allow(actor, 'administration.enter', {})
  const now = needs.clock.now()
  return needs.transact(async ({ register }) => {
    const { records, refused } = readRows(input.rows, await register.municipalities())
    const known = await register.known()
    const untouched = new Set(refused.map((row) => row.branch))
    const diff = diffRegister(
      known.filter((branch) => !untouched.has(branch.id)),
      records,
    )
    const open = known.filter((branch) => !branch.isClosed).length
    const closed = diff.changes.filter((change) => change.kind === 'closed')
    if (!input.force && closesTooMany(diff, open)) throw closesTooManyBranches(closed.length, open)
    if (input.dryRun || (await register.isLatest(input.fileHash))) return { ...diff, refused, applied: false }
    await register.upsert(diff.records)
    await register.close(
      closed.map((change) => change.id),
      now,
    )
    const { edition, fileHash } = input
    const { changes, unchanged } = diff
    await register.keepHistory({ edition, fileHash, changes, unchanged, refused: refused.length }, now)
    return { ...diff, refused, applied: true }
  })
}

function readRows(
  rows: ImportRegister['rows'],
  municipalities: ReadonlySet<string>,
): { readonly records: readonly BranchRecord[]; readonly refused: readonly Refused[] } {
  const records = new Map<string, BranchRecord>()
  const refused: Refused[] = []
  rows.forEach((row, i) => {
    // The first line of the file has the names of the columns.
    const line = i + 2
    const branch = row.vestiging ?? ''
    const parsed = registerRow.safeParse(row)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      refused.push({ line, branch, reason: `${issue?.path.join('.')}: ${issue?.message}` })
    } else if (!municipalities.has(parsed.data.municipalityCode)) {
      refused.push({ line, branch, reason: `gm_code: ${parsed.data.municipalityCode} is not a municipality` })
    } else if (records.has(parsed.data.id)) {
      refused.push({ line, branch, reason: 'vestiging: occurs twice' })
    } else records.set(parsed.data.id, parsed.data)
  })
  return { records: [...records.values()], refused }
}
