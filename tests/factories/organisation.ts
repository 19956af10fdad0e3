import type { Prisma } from '~/generated/prisma/client'
import type { Db } from '~/platform/db/client.server'
import { makeMunicipality } from './municipality'
import { nextNumber } from './sequence'

/** @returns a verified company in Almelo unless told. */
export async function makeOrganisation(db: Db, facts: Partial<Prisma.OrganisationUncheckedCreateInput> = {}) {
  const number = nextNumber()
  const { code } = await makeMunicipality(db, facts.municipalityCode ? { code: facts.municipalityCode } : {})
  return db.organisation.create({
    data: {
      name: `Metaal ${number}`,
      slug: `metaal-${number}`,
      about: 'Maakt onderdelen van metaal.',
      postcode: '7607',
      placeName: 'Almelo',
      municipalityCode: code,
      lat: 52.3567,
      lng: 6.6625,
      topicIds: [],
      topSectorIds: [],
      networkIds: [],
      verification: 'verified',
      ...facts,
    },
  })
}
