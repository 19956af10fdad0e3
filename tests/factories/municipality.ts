import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'

const ALMELO = {
  code: 'GM0141',
  name: 'Almelo',
  province: 'Overijssel',
  holidayRegion: 'noord',
  lat: 52.3567,
  lng: 6.6625,
} as const

/** @returns the municipality of that code; Almelo unless told. Made when it does not exist. */
export async function makeMunicipality(db: Db, facts: Partial<Prisma.MunicipalityUncheckedCreateInput> = {}) {
  const create = { ...ALMELO, ...(facts.code && { name: facts.code }), ...facts }
  return db.municipality.upsert({ where: { code: create.code }, create, update: {} })
}
