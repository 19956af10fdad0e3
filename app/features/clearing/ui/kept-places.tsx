/** In the inbox of a company: places that are kept for schools until they answer. */
import { Link } from '@remix-run/react'
import { formatDay } from '~/components/format'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { KeptPlaceLine } from '../domain/kept-place'

export function KeptPlaces({ places }: { readonly places: readonly KeptPlaceLine[] }) {
  if (places.length === 0) return null
  return (
    <section className="card p-5" aria-labelledby="kept">
      <h2 id="kept" className="text-lg">
        {m.clearing_kept_title()}
      </h2>
      <p className="mt-1 text-sm text-ink-soft">{m.clearing_kept_text()}</p>
      <ul className="mt-3 grid gap-2">
        {places.map(({ id, title, placeName, offerTitle, expiresOn }) => (
          <li key={id}>
            <Link to={paths.heldForSchool(id)} className="link font-[650]">
              {title}
            </Link>
            <p className="text-sm text-ink-soft">
              {placeName}. {offerTitle}. {m.clearing_kept_until({ day: formatDay(expiresOn) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
