/** The register in the database: the only writes to `school_branch` and its history. */
import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db/client.server'
import type { BranchChange, BranchRecord, KnownBranch } from './domain/register'
import { searchTextOf } from './domain/school-search'

export type RegisterStore = ReturnType<typeof makeRegisterStore>

export function makeRegisterStore(tx: Tx) {
  return {
    /** All branches, closed ones too. Some 9,000 rows. */
    async known(): Promise<readonly KnownBranch[]> {
      const rows = await tx.schoolBranch.findMany({ omit: { searchText: true } })
      return rows.map(({ closedOn, ...row }) => ({ ...row, isClosed: closedOn !== null }))
    },

    /** @returns codes of municipalities that the database knows. */
    async municipalities(): Promise<ReadonlySet<string>> {
      const rows = await tx.municipality.findMany({ select: { code: true } })
      return new Set(rows.map((row) => row.code))
    },

    /** @returns whether this very file was the last one that was read in. */
    async isLatest(fileHash: string): Promise<boolean> {
      const last = await tx.registerImport.findFirst({
        orderBy: { importedAt: 'desc' },
        select: { fileHash: true },
      })
      return last?.fileHash === fileHash
    },

    /** Writes the records, in one statement. A branch that was closed is open again. */
    async upsert(records: readonly BranchRecord[]): Promise<void> {
      const otherNames = await otherNamesOfPlaces(tx)
      const rows = records.map((record) => ({
        ...record,
        searchText: searchTextOf([
          record.name,
          record.placeName,
          ...otherNames(record),
          record.id,
          record.postcode,
        ]),
      }))
      await tx.$executeRaw`
        INSERT INTO school_branch (id, brin, name, street, house_number, postcode, place_name, municipality_code, sector,
          register_levels, denomination, pupils, website, holiday_region, lat, lng, search_text)
        SELECT id, brin, name, street, "houseNumber", postcode, "placeName", "municipalityCode", sector::school_sector,
          ARRAY(SELECT jsonb_array_elements_text("registerLevels")), denomination, pupils, website,
          "holidayRegion"::holiday_region, lat, lng, "searchText"
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, brin text, name text, street text,
          "houseNumber" text, postcode text, "placeName" text, "municipalityCode" text, sector text,
          "registerLevels" jsonb, denomination text, pupils int, website text, "holidayRegion" text, lat float8,
          lng float8, "searchText" text)
        ON CONFLICT (id) DO UPDATE SET brin = excluded.brin, name = excluded.name, street = excluded.street,
          house_number = excluded.house_number, postcode = excluded.postcode, place_name = excluded.place_name,
          municipality_code = excluded.municipality_code, sector = excluded.sector,
          register_levels = excluded.register_levels, denomination = excluded.denomination, pupils = excluded.pupils,
          website = excluded.website, holiday_region = excluded.holiday_region, lat = excluded.lat, lng = excluded.lng,
          search_text = excluded.search_text, closed_on = NULL`
    },

    async close(ids: readonly string[], at: Date): Promise<void> {
      await tx.schoolBranch.updateMany({ where: { id: { in: [...ids] } }, data: { closedOn: at } })
    },

    /** Keeps what an import changed. */
    async keepHistory(
      run: {
        readonly edition: string
        readonly fileHash: string
        readonly changes: readonly BranchChange[]
        readonly unchanged: number
        readonly refused: number
      },
      at: Date,
    ): Promise<void> {
      const count = (kind: BranchChange['kind']) =>
        run.changes.filter((change) => change.kind === kind).length
      const importId = randomUUID()
      await tx.registerImport.create({
        data: {
          id: importId,
          edition: run.edition,
          fileHash: run.fileHash,
          importedAt: at,
          added: count('added'),
          changed: count('changed'),
          closed: count('closed'),
          reopened: count('reopened'),
          unchanged: run.unchanged,
          refused: run.refused,
        },
        select: { id: true },
      })
      // What is added is the branch itself: only later changes are worth a second copy.
      const rows = run.changes.map(({ kind, id, before, after }) => ({
        kind,
        id,
        before,
        after: kind === 'added' ? null : after,
      }))
      await tx.$executeRaw`
        INSERT INTO school_branch_change (import_id, branch_id, kind, before, after)
        SELECT ${importId}::uuid, id, kind::school_branch_change_kind, before, after
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, kind text, before jsonb, after jsonb)`
    },
  }
}

/** @returns what else people call the place of a branch: its municipality and its aliases (Den Haag). Two statements. */
async function otherNamesOfPlaces(tx: Tx): Promise<(record: BranchRecord) => readonly string[]> {
  const municipalities = await tx.municipality.findMany({ select: { code: true, name: true } })
  const places = await tx.place.findMany({
    where: { aliases: { isEmpty: false } },
    select: { name: true, municipalityCode: true, aliases: true },
  })
  const nameOf = new Map(municipalities.map(({ code, name }) => [code, name]))
  const aliasesOf = new Map(places.map((place) => [`${place.municipalityCode} ${place.name}`, place.aliases]))
  return ({ placeName, municipalityCode }) => [
    nameOf.get(municipalityCode) ?? '',
    ...(aliasesOf.get(`${municipalityCode} ${placeName}`) ?? []),
  ]
}
