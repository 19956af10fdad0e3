/** The offers of this page of the list on a map, under the same numbers. Fetched only when it is shown. */
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Button } from '~/components/button'
import type { OffersForRequest } from '~/features/matchmaking/queries/offers-for-request.server'
import * as m from '~/paraglide/messages'

const OfferMap = lazy(async () => ({
  default: (await import('~/features/finder/ui/map/offer-map.client')).OfferMap,
}))

type Props = {
  readonly offers: OffersForRequest
  readonly radiusKm: number | null
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
}

export function RankedMap({ offers, radiusKm, current, onPoint }: Props) {
  const [shown, setShown] = useState<boolean | null>(null)
  // Beside the list in a wide window; below it, on a phone, when somebody asks.
  useEffect(() => setShown(matchMedia('(min-width: 64rem)').matches), [])
  const data = useMemo(
    () => ({
      points: offers.rows.filter(({ location }) => location === 'at-school' || location === 'at-company'),
      from: { kind: 'school' as const, label: offers.school.name, point: offers.school.point },
      radiusKm,
    }),
    [offers, radiusKm],
  )
  const away = offers.rows.length - data.points.length
  if (shown === null || data.points.length === 0) return null
  return (
    <section aria-label={m.requests_map()}>
      {shown ? (
        <div className="h-96 overflow-hidden rounded-lg border border-line-strong bg-sunken">
          <Suspense fallback={<p className="p-4 text-sm text-ink-soft">{m.finder_map_loading()}</p>}>
            <OfferMap data={data} current={current} onPoint={onPoint} onChoose={onPoint} />
          </Suspense>
        </div>
      ) : (
        <Button type="button" look="second" onClick={() => setShown(true)}>
          {m.requests_map_show()}
        </Button>
      )}
      {away > 0 ? <p className="mt-2 text-sm text-ink-soft">{m.requests_map_away({ count: away })}</p> : null}
    </section>
  )
}
