import type { Db } from '~/platform/db/client.server'
import { makeMunicipality } from './municipality'

/** @returns a labour-market region with its municipalities; AM09 with Almelo unless told. */
export async function makeRegion(
  db: Db,
  facts: {
    readonly id?: string
    readonly name?: string
    readonly municipalityCodes?: readonly string[]
  } = {},
) {
  const id = facts.id ?? 'AM09'
  await db.landsdeel.upsert({ where: { id: 'oost' }, create: { id: 'oost', name: 'Oost' }, update: {} })
  for (const code of facts.municipalityCodes ?? ['GM0141']) await makeMunicipality(db, { code })
  return db.region.create({
    data: {
      id,
      name: facts.name ?? 'Twente',
      aliases: [],
      landsdeelId: 'oost',
      members: {
        create: (facts.municipalityCodes ?? ['GM0141']).map((municipalityCode) => ({ municipalityCode })),
      },
    },
  })
}
