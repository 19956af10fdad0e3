/** When there is room, where it is, and whom to ask. */

import { useLocation } from '@remix-run/react'
import Mail from 'lucide-react/icons/mail'
import { ButtonLink } from '~/components/button'
import { formatDecimal, formatKm, formatNumber, formatSchoolYear, formatWeekdays } from '~/components/format'
import { paths } from '~/components/paths'
import type { OfferPage, PlacesOfYear } from '~/features/finder/domain/offer-page'
import { TakeMaterial } from '~/features/offers/ui/take-material'
import * as m from '~/paraglide/messages'
import { PlaceMap } from './place-map'

export function OfferAside({ offer, className }: { readonly offer: OfferPage; readonly className: string }) {
  return (
    <aside
      aria-label={m.offerpage_aside()}
      className={`space-y-4 lg:sticky lg:top-6 lg:self-start ${className}`}
    >
      <section className="card p-5">
        <h2>{offer.isSelfService ? m.offerpage_take_title() : m.offerpage_when()}</h2>
        <Places offer={offer} />
        <Ask offer={offer} />
        <Contact offer={offer} />
      </section>
      {offer.rating ? (
        <section className="card p-5">
          <h2>{m.evaluations_figure_title()}</h2>
          <p className="mt-2">
            {m.evaluations_figure({
              average: formatDecimal(offer.rating.average),
              schools: offer.rating.schools,
              again: offer.rating.againOfTen,
            })}
          </p>
        </section>
      ) : null}
      {offer.point ? (
        <section>
          <h2 className="sr-only">{m.offerpage_where()}</h2>
          <PlaceMap
            company={{ point: offer.point, name: offer.organisation.name, kind: offer.offerKind }}
            school={offer.ownSchool}
          />
          <p className="mt-2 text-sm">
            <b>{offer.placeName}.</b> {whereWord(offer)}
          </p>
        </section>
      ) : null}
    </aside>
  )
}

function whereWord(offer: OfferPage): string {
  const { ownSchool, travelRadiusKm, serviceRegions, serviceMunicipalities, location } = offer
  const parts: string[] = []
  if (offer.branch && location === 'at-company')
    parts.push(`${[offer.branch.name, offer.branch.address].filter(Boolean).join(', ')}.`)
  if (ownSchool)
    parts.push(
      m.offerpage_from_school({ distance: formatKm(ownSchool.distanceKm), school: ownSchool.schoolName }),
    )
  if (location === 'at-school') {
    if (serviceRegions.length > 0 && serviceMunicipalities.length > 0)
      parts.push(
        m.offerpage_comes_in_both({
          regions: serviceRegions.join(', '),
          municipalities: serviceMunicipalities.join(', '),
        }),
      )
    else if (serviceRegions.length > 0)
      parts.push(m.offerpage_comes_in_regions({ regions: serviceRegions.join(', ') }))
    else if (serviceMunicipalities.length > 0)
      parts.push(m.offerpage_comes_in_municipalities({ municipalities: serviceMunicipalities.join(', ') }))
    else if (travelRadiusKm !== null)
      parts.push(m.offerpage_comes_within({ radius: formatKm(travelRadiusKm) }))
    else parts.push(m.offerpage_comes_everywhere())
  }
  return parts.join(' ')
}

function Places({ offer }: { readonly offer: OfferPage }) {
  const days = offer.weekdays.length > 0 && offer.weekdays.length < 5
  return (
    <>
      {offer.places.length === 0 ? (
        <p className="mt-2">{m.offerpage_no_limit()}</p>
      ) : (
        <ul className="mt-2 space-y-2">
          {offer.places.map((year) => (
            <li key={year.schoolYear}>
              <PlacesLine year={year} />
            </li>
          ))}
        </ul>
      )}
      {offer.isGivenToWaiting ? <p className="mt-2">{m.offerpage_given_to_waiting()}</p> : null}
      {days ? <p className="mt-2">{m.offerpage_days({ days: formatWeekdays(offer.weekdays) })}</p> : null}
    </>
  )
}

/** A request that begins at this offer. What needs no company is there for the taking. */
function Ask({ offer }: { readonly offer: OfferPage }) {
  if (offer.isPreview) return null
  if (offer.isSelfService) return <Take offer={offer} />
  return (
    <div className="no-print mt-4">
      <ButtonLink to={paths.newRequest(offer.id)}>{m.offerpage_ask()}</ButtonLink>
      <p className="mt-2 text-sm text-ink-soft">{m.offerpage_ask_hint({ name: offer.organisation.name })}</p>
    </div>
  )
}

function Take({ offer }: { readonly offer: OfferPage }) {
  if (!offer.canBeTaken) return null
  return (
    <div className="no-print mt-4">
      <TakeMaterial id={offer.id} location={offer.location} />
      <p className="mt-2 text-sm text-ink-soft">{m.offerpage_take_hint()}</p>
    </div>
  )
}

/** The figure in a sentence; under it one block per place, as far as that can be looked at. */
function PlacesLine({ year: { schoolYear, open, places } }: { readonly year: PlacesOfYear }) {
  const name = formatSchoolYear(schoolYear)
  return (
    <>
      <p>
        {open > 0
          ? m.offerpage_places({
              count: open,
              open: formatNumber(open),
              places: formatNumber(places),
              year: name,
            })
          : m.offerpage_places_none({ year: name })}
      </p>
      {places <= 24 ? (
        <span aria-hidden className="mt-1 flex flex-wrap gap-1">
          {Array.from({ length: places }, (_, i) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: blocks are alike
              key={i}
              className={`h-3 w-4 rounded-[2px] border ${i < places - open ? 'border-act bg-act' : 'border-line-strong bg-surface'}`}
            />
          ))}
        </span>
      ) : null}
    </>
  )
}

function Contact({ offer }: { readonly offer: OfferPage }) {
  const { pathname } = useLocation()
  const { contact, organisation, materialUrl, isDemo } = offer
  return (
    <div className="mt-5 space-y-3 border-t border-line pt-4">
      <h2 className="text-lg">{m.offerpage_contact()}</h2>
      {contact === 'hidden' ? (
        <div>
          <p>{m.offerpage_contact_hidden({ name: organisation.name })}</p>
          <ButtonLink look="second" size="small" to={paths.signIn(pathname)} className="mt-2">
            {m.common_sign_in()}
          </ButtonLink>
        </div>
      ) : null}
      {contact !== null && contact !== 'hidden' ? (
        <p>
          {contact.name}
          {contact.email ? (
            <a href={`mailto:${contact.email}`} className="link flex min-h-11 items-center gap-2 break-all">
              <Mail aria-hidden size={20} strokeWidth={1.75} className="shrink-0" />
              {contact.email}
            </a>
          ) : null}
        </p>
      ) : null}
      {contact === null && organisation.website === null ? (
        <p>{isDemo ? m.offerpage_contact_demo() : m.offerpage_contact_none({ name: organisation.name })}</p>
      ) : null}
      {materialUrl && !offer.isSelfService ? (
        <a href={materialUrl} rel="external noopener" className="link flex min-h-11 items-center">
          {m.offerpage_material()}
        </a>
      ) : null}
      {organisation.website ? (
        <a href={organisation.website} rel="external noopener" className="link flex min-h-11 items-center">
          {m.offerpage_website({ name: organisation.name })}
        </a>
      ) : null}
    </div>
  )
}
