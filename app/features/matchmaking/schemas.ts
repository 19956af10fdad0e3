/** What the address of the page of requests nearby may say; what is unknown falls back to the whole list. */
import * as z from 'zod'
import { NEARBY_DISTANCES, NEARBY_SORTS } from './domain/nearby'

export const nearbyFilter = z.object({
  offer: z.uuid().nullable().catch(null).default(null),
  km: z.enum(NEARBY_DISTANCES).catch('40').default('40'),
  sort: z.enum(NEARBY_SORTS).catch('best').default('best'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
