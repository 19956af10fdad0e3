/** The national register of school branches: what a row says, and what one edition changes against the last. */
import type { HolidayRegion } from './holiday-region'

export type SchoolSector = 'po' | 'so' | 'vo'

/** A branch as an edition of the register has it. */
export type BranchRecord = {
  /** Six characters, e.g. `00AH00`. */
  readonly id: string
  readonly brin: string
  readonly name: string
  readonly street: string
  readonly houseNumber: string
  /** `7522GK`. */
  readonly postcode: string
  readonly placeName: string
  readonly municipalityCode: string
  readonly sector: SchoolSector
  /** In the words of the register: `bo`, `vmbo-bk`, … */
  readonly registerLevels: readonly string[]
  readonly denomination: string | null
  /** `null` is unknown, not 0. */
  readonly pupils: number | null
  /** With its scheme. */
  readonly website: string | null
  readonly holidayRegion: HolidayRegion
  readonly lat: number
  readonly lng: number
}

/** A branch as we have it. */
export type KnownBranch = BranchRecord & { readonly isClosed: boolean }

export type BranchChange = {
  readonly kind: 'added' | 'changed' | 'closed' | 'reopened'
  readonly id: string
  /** Only the fields that differ; absent for what was not there or is not there any more. */
  readonly before: Partial<BranchRecord> | null
  readonly after: Partial<BranchRecord> | null
}

export type RegisterDiff = {
  readonly changes: readonly BranchChange[]
  /** The records of what is added, changed or reopened. */
  readonly records: readonly BranchRecord[]
  readonly unchanged: number
}

/** A branch that is no longer in the register is closed, never deleted. By id, so the order of rows does not matter. O(n log n). */
export function diffRegister(known: readonly KnownBranch[], edition: readonly BranchRecord[]): RegisterDiff {
  const before = new Map(known.map((branch) => [branch.id, branch]))
  const changes: BranchChange[] = []
  const records: BranchRecord[] = []
  let unchanged = 0
  for (const record of edition) {
    const old = before.get(record.id)
    before.delete(record.id)
    if (!old) {
      changes.push({ kind: 'added', id: record.id, before: null, after: record })
      records.push(record)
      continue
    }
    const fields = differingFields(old, record)
    if (!old.isClosed && fields.length === 0) {
      unchanged++
      continue
    }
    changes.push({
      kind: old.isClosed ? 'reopened' : 'changed',
      id: record.id,
      before: pick(old, fields),
      after: pick(record, fields),
    })
    records.push(record)
  }
  for (const gone of before.values()) {
    if (!gone.isClosed) changes.push({ kind: 'closed', id: gone.id, before: null, after: null })
  }
  return { changes: changes.sort((a, b) => (a.id < b.id ? -1 : 1)), records, unchanged }
}

const FIELDS = [
  'brin',
  'name',
  'street',
  'houseNumber',
  'postcode',
  'placeName',
  'municipalityCode',
  'sector',
  'registerLevels',
  'denomination',
  'pupils',
  'website',
  'holidayRegion',
  'lat',
  'lng',
] as const satisfies readonly (keyof BranchRecord)[]

function differingFields(a: BranchRecord, b: BranchRecord): readonly (keyof BranchRecord)[] {
  return FIELDS.filter((field) => String(a[field] ?? '') !== String(b[field] ?? ''))
}

function pick(record: BranchRecord, fields: readonly (keyof BranchRecord)[]): Partial<BranchRecord> {
  return Object.fromEntries(fields.map((field) => [field, record[field]]))
}

/** The largest share of open branches that an edition may close without being asked twice. */
const SUSPICIOUS_SHARE = 0.05

/** @returns whether the edition closes so many branches that the file is more likely incomplete. */
export function closesTooMany(diff: RegisterDiff, openBefore: number): boolean {
  return diff.changes.filter((change) => change.kind === 'closed').length > openBefore * SUSPICIOUS_SHARE
}
