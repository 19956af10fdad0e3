/** The page of one branch of the register. Three statements at most. */
import type { Actor } from '~/authorisation/actor'
import type { CalendarDate } from '~/kernel/calendar'
import type { BranchId } from '~/kernel/ids'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import type { SchoolSector } from '../domain/register'
import { branchNotFound } from '../errors'

export type SchoolPage = {
  readonly id: string
  readonly brin: string
  readonly name: string
  readonly street: string
  readonly houseNumber: string
  readonly postcode: string
  readonly placeName: string
  readonly municipalityCode: string
  readonly municipalityName: string
  readonly province: string
  readonly sector: SchoolSector
  readonly registerLevels: readonly string[]
  readonly denomination: string | null
  /** `null` is unknown, not 0. */
  readonly pupils: number | null
  readonly website: string | null
  readonly holidayRegion: 'noord' | 'midden' | 'zuid'
  readonly lat: number
  readonly lng: number
  readonly closedOn: CalendarDate | null
  /** Of the register, `2024-11`; `null` before the first import. */
  readonly edition: string | null
  /** Whether the reader belongs to it. */
  readonly isMine: boolean
  /** Other open branches of the same school, by name. At most 20. */
  readonly otherBranches: readonly {
    readonly id: string
    readonly name: string
    readonly placeName: string
  }[]
}

/** @throws AppError 404 `school.not-found`. */
export async function schoolPage(
  db: Pick<Db, 'schoolBranch' | 'registerImport'>,
  actor: Actor,
  id: string,
): Promise<SchoolPage> {
  const branch = await db.schoolBranch.findUnique({
    where: { id },
    omit: { searchText: true },
    include: { municipality: { select: { name: true, province: true } } },
  })
  if (!branch) throw branchNotFound()
  const [edition, otherBranches] = await Promise.all([
    db.registerImport.findFirst({ orderBy: { importedAt: 'desc' }, select: { edition: true } }),
    db.schoolBranch.findMany({
      where: { brin: branch.brin, id: { not: id }, closedOn: null },
      select: { id: true, name: true, placeName: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 20,
    }),
  ])
  const { municipality, closedOn, ...facts } = branch
  return {
    ...facts,
    municipalityName: municipality.name,
    province: municipality.province,
    closedOn: closedOn && asDay(closedOn),
    edition: edition?.edition ?? null,
    isMine: actor.kind === 'user' && actor.schools.has(id as BranchId),
    otherBranches,
  }
}
