/** The days in which a held place can be used, as columns of a statement. */
import { Prisma } from '~/generated/prisma/client'

/** Of `hold h` and its `capacity_slot s`: the places of a school year begin when one of them is kept, not months before. */
export const FIRST_DAY_OF_HOLD = Prisma.sql`greatest(s.starts_on,
  least(s.ends_on, (h.created_at AT TIME ZONE 'Europe/Amsterdam')::date))`
