/** What may come in from outside: rows of the register, and what a form asks. */
import * as z from 'zod'
import { HOLIDAY_REGIONS } from './domain/holiday-region'
import type { BranchRecord } from './domain/register'

/** The register has names with two spaces in a row. */
const text = (max: number) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max))
const blankIsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

/** One row of the CSV, by its column names. */
export const registerRow = z
  .object({
    brin: z.string().regex(/^[0-9]{2}[A-Z]{2}$/),
    vestiging: z.string().regex(/^[0-9]{2}[A-Z]{2}[0-9A-Z]{2}$/),
    name: text(300),
    street: text(200),
    number: z.string().trim().max(30),
    postcode: z.string().regex(/^[1-9][0-9]{3}[A-Z]{2}$/),
    place: text(120),
    gm_code: z.string().regex(/^GM[0-9]{4}$/),
    sector: z.enum(['po', 'so', 'vo']),
    levels: z.string().transform((levels) => levels.split(';').filter((level) => level !== '')),
    denomination: blankIsNull(text(120)),
    pupils: blankIsNull(z.coerce.number().int().min(0).max(20_000)),
    website: blankIsNull(text(300)),
    lat: z.coerce.number().min(50.5).max(53.8),
    lng: z.coerce.number().min(3.2).max(7.4),
    vakantieregio: z.enum(HOLIDAY_REGIONS),
  })
  .refine((row) => row.vestiging.startsWith(row.brin), {
    path: ['vestiging'],
    message: 'does not begin with its brin',
  })
  .transform(
    (row): BranchRecord => ({
      id: row.vestiging,
      brin: row.brin,
      name: row.name,
      street: row.street,
      houseNumber: row.number,
      postcode: row.postcode,
      placeName: row.place,
      municipalityCode: row.gm_code,
      sector: row.sector,
      registerLevels: row.levels,
      denomination: row.denomination,
      pupils: row.pupils,
      website: row.website && (/^https?:\/\//.test(row.website) ? row.website : `https://${row.website}`),
      holidayRegion: row.vakantieregio,
      lat: row.lat,
      lng: row.lng,
    }),
  )

/** Of the register, six characters. What is none belongs to nobody. */
const branchId = z.string().max(20)
const userId = z.uuid()

/** What can be done on the page of one's own schools. */
export const schoolAction = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('join'), branchId }),
  z.object({ intent: z.literal('leave'), branchId }),
  z.object({ intent: z.literal('remove'), branchId, userId }),
  z.object({ intent: z.literal('answer'), branchId, userId, answer: z.enum(['yes', 'no']) }),
])
