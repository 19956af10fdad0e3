import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { makeMunicipality } from './municipality'
import { nextNumber } from './sequence'

/** @returns a vmbo/havo branch in Almelo unless told. */
export async function makeSchoolBranch(db: Db, facts: Partial<Prisma.SchoolBranchUncheckedCreateInput> = {}) {
  const brin = `9${String(nextNumber()).padStart(2, '0')}Z`
  const { code } = await makeMunicipality(db, facts.municipalityCode ? { code: facts.municipalityCode } : {})
  return db.schoolBranch.create({
    data: {
      id: `${brin}00`,
      brin,
      name: `Het Voorbeeld ${brin}`,
      street: 'Schoolstraat',
      houseNumber: '1',
      postcode: '7607AA',
      placeName: 'Almelo',
      municipalityCode: code,
      sector: 'vo',
      registerLevels: ['vmbo-gt', 'havo'],
      pupils: 800,
      holidayRegion: 'noord',
      lat: 52.3567,
      lng: 6.6625,
      searchText: `het voorbeeld ${brin.toLowerCase()} almelo`,
      ...facts,
    },
  })
}
