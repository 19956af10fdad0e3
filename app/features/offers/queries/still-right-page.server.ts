/** Offers of a company that it is asked about, in the mail and on the page behind its link. One statement. */
import { calendarDateOf } from '~/kernel/calendar'
import type { Db } from '~/platform/db/client.server'
import { asDay } from '~/platform/db/dates.server'
import { pausesOn, type StillRightOffer } from '../domain/still-right'
import { offerNotFound } from '../errors'

export type StillRightPage = {
  readonly organisationId: string
  readonly organisationName: string
  /** Those that are asked about and not yet answered, first what is paused. */
  readonly offers: readonly StillRightOffer[]
}

const OFFERS_MAX = 200

/** Whose they are, the link has shown. @throws AppError 404. */
export async function stillRightPage(db: Pick<Db, 'organisation'>, id: string): Promise<StillRightPage> {
  const row = await db.organisation.findUnique({
    where: { id },
    select: {
      name: true,
      offers: {
        where: {
          OR: [
            { state: 'published', askedRightOn: { not: null } },
            { state: 'paused', staleOn: { not: null } },
          ],
        },
        select: {
          id: true,
          title: true,
          state: true,
          lastConfirmedAt: true,
          publishedAt: true,
          askedRightOn: true,
        },
        orderBy: [{ state: 'desc' }, { title: 'asc' }, { id: 'asc' }],
        take: OFFERS_MAX,
      },
    },
  })
  if (!row) throw offerNotFound()
  return {
    organisationId: id,
    organisationName: row.name,
    offers: row.offers.flatMap(({ lastConfirmedAt, publishedAt, askedRightOn, state, ...offer }) => {
      const at = lastConfirmedAt ?? publishedAt
      if (!at || !askedRightOn) return []
      const confirmedOn = calendarDateOf(at)
      const pauses = state === 'paused' ? null : pausesOn({ confirmedOn, askedOn: asDay(askedRightOn) })
      return [{ ...offer, confirmedOn, pausesOn: pauses }]
    }),
  }
}
