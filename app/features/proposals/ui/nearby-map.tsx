/** The requests of this page of the list on a map, under the same numbers. Fetched only when it is shown. */
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Button } from '~/components/button'
import type { NearbyGroup } from '~/features/matchmaking/queries/requests-nearby-page.server'
import * as m from '~/paraglide/messages'
import { sitesOfNearby } from './nearby-sites'

const Pins = lazy(async () => ({ default: (await import('./nearby-pins.client')).NearbyPins }))

type Props = {
  readonly groups: readonly NearbyGroup[]
  /** Municipality that is pointed at. */
  readonly current: string | null
  readonly onPoint: (code: string | null) => void
  /** Request to go to in the list. */
  readonly onChoose: (id: string) => void
}

export function NearbyMap({ groups, ...pins }: Props) {
  const [shown, setShown] = useState<boolean | null>(null)
  // Beside the list in a wide window; above it, on a phone, when somebody asks.
  useEffect(() => setShown(matchMedia('(min-width: 64rem)').matches), [])
  const sites = useMemo(() => sitesOfNearby(groups), [groups])
  if (shown === null) return null
  return (
    <section aria-label={m.proposals_around_map()}>
      {shown ? (
        <>
          <div className="h-96 overflow-hidden rounded-lg border border-line-strong bg-sunken">
            <Suspense fallback={<p className="p-4 text-sm text-ink-soft">{m.finder_map_loading()}</p>}>
              <Pins sites={sites} {...pins} />
            </Suspense>
          </div>
          <p className="mt-2 text-sm text-ink-soft">{m.proposals_around_map_text()}</p>
        </>
      ) : null}
      <Button
        type="button"
        look="second"
        size="small"
        aria-expanded={shown}
        className={shown ? 'mt-2' : ''}
        onClick={() => setShown(!shown)}
      >
        {shown ? m.proposals_around_map_hide() : m.proposals_around_map_show()}
      </Button>
    </section>
  )
}
