/** What is on offer at one point of the map, as a list. Escape closes it and gives the focus back to the pin. */
import { Link } from '@remix-run/react'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import X from 'lucide-react/icons/x'
import { useEffect, useRef } from 'react'
import type { Site } from '~/features/finder/domain/map-groups'
import { RowPin } from '~/features/finder/ui/pin-shape'
import { kindWord } from '~/features/finder/ui/words'
import * as m from '~/paraglide/messages'

type Props = {
  readonly site: Site
  readonly sites: readonly Site[]
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
  readonly onMove: (site: Site) => void
  readonly onClose: () => void
}

export function SitePanel({ site, sites, current, onPoint, onMove, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const firstId = site.offers[0]?.id
  useEffect(() => {
    if (firstId) heading.current?.focus({ preventScroll: true })
  }, [firstId])
  const at = sites.findIndex((other) => other.offers[0]?.id === firstId)
  const previous = at > 0 ? sites[at - 1] : sites.at(-1)
  const next = sites[(at + 1) % sites.length]
  const count = site.offers.length

  return (
    <section
      aria-labelledby="site-panel-title"
      className="absolute inset-x-2 bottom-9 z-[1100] mx-auto flex max-h-[60%] max-w-md flex-col rounded-lg border border-line-strong bg-surface shadow-lg"
    >
      <div className="flex items-center justify-between gap-2 border-b border-line py-1 pr-1 pl-4">
        <h3
          id="site-panel-title"
          ref={heading}
          tabIndex={-1}
          className="pt-0.5 text-sm font-[650] outline-none"
        >
          {m.finder_map_here({ count, shown: count })}
        </h3>
        <button
          type="button"
          className="grid size-11 place-items-center rounded-md"
          onClick={onClose}
          aria-label={m.finder_map_close()}
        >
          <X aria-hidden size={20} strokeWidth={1.75} />
        </button>
      </div>
      <ul className="overflow-y-auto overscroll-contain">
        {site.offers.map((offer) => (
          <li
            key={offer.id}
            className={`flex gap-3 border-b border-line px-4 py-3 last:border-b-0 ${offer.id === current ? 'bg-act-soft' : ''}`}
            onMouseEnter={() => onPoint(offer.id)}
            onMouseLeave={() => onPoint(null)}
          >
            <RowPin kind={offer.kind} rank={offer.rank} selected={offer.id === current} />
            <div className="min-w-0">
              <Link
                to={`/offers/${offer.slug}`}
                onFocus={() => onPoint(offer.id)}
                className="font-[650] text-ink underline decoration-1 underline-offset-[.22em]"
              >
                {offer.title}
              </Link>
              <p className="text-sm text-ink-soft">
                {kindWord[offer.kind]()} · {offer.organisationName}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {sites.length > 1 && previous && next ? (
        <div className="flex justify-between border-t border-line px-1">
          <button
            type="button"
            className="grid size-11 place-items-center"
            onClick={() => onMove(previous)}
            aria-label={m.finder_map_previous()}
          >
            <ChevronLeft aria-hidden size={20} strokeWidth={1.75} />
          </button>
          <button
            type="button"
            className="grid size-11 place-items-center"
            onClick={() => onMove(next)}
            aria-label={m.finder_map_next()}
          >
            <ChevronRight aria-hidden size={20} strokeWidth={1.75} />
          </button>
        </div>
      ) : null}
    </section>
  )
}
