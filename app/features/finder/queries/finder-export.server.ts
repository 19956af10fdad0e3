/** All rows of a result, for a table of one's own. */
import type { Actor } from '~/authorisation/actor'
import { type OfferRow, offerRow } from '~/features/finder/domain/offer-row'
import { type CalendarDate, calendarDateOf } from '~/kernel/calendar'
import type { LimitRule, Limits } from '~/platform/limits/limits.server'
import { askedIndex } from './ask-index.server'
import type { FinderNeeds } from './finder-needs.server'
import { understandAddress } from './understand-address.server'

type Needs = FinderNeeds & { readonly limits: Pick<Limits, 'take'> }
type Ask = {
  readonly params: URLSearchParams
  /** Whose exports are counted. A whole school may share one address. */
  readonly who: string
}

const OFTEN: LimitRule = { name: 'finder-export', tries: 40, seconds: 3600 }
const ROWS_MAX = 1_000
const AT_ONCE = 100

/**
 * At most the first 1,000 rows in the order of the list, whatever page the address names; what cannot be in it is left
 * out, as in the list. At most eleven questions and those of a thing that was read and does not count to the index. Nothing of it is about a person.
 * @throws AppError `limit.too-many` above forty in an hour.
 */
export async function finderExport(
  needs: Needs,
  actor: Actor,
  { params, who }: Ask,
): Promise<{ readonly rows: readonly OfferRow[]; readonly today: CalendarDate }> {
  await needs.limits.take(OFTEN, who)
  const { question, understood, state } = await understandAddress(needs, actor, params)
  const asked = await askedIndex(needs.search, question, { understood, radiusKm: state.radiusKm })
  const rows: OfferRow[] = []
  for (let page = 1; rows.length < ROWS_MAX; page++) {
    const { hits } = await needs.search.search({ ...asked, page, pageSize: AT_ONCE })
    rows.push(...hits.map((hit, i) => offerRow(hit, (page - 1) * AT_ONCE + i + 1)))
    if (hits.length < AT_ONCE) break
  }
  return { rows, today: calendarDateOf(needs.clock.now()) }
}
