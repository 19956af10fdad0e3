/** The promise, the question, the country as it is, three doors, and what is new. */
import { Link } from '@remix-run/react'
import Factory from 'lucide-react/icons/factory'
import GraduationCap from 'lucide-react/icons/graduation-cap'
import MapIcon from 'lucide-react/icons/map'
import type { ReactNode } from 'react'
import { formatNumber } from '~/components/format'
import { paths } from '~/components/paths'
import { OfferCards } from '~/features/finder/ui/offer-card'
import type { HomePage } from '~/features/home/domain/home-page'
import * as m from '~/paraglide/messages'
import { Country } from './country'
import { HomeSearch } from './home-search'

export function HomeScreen({ page }: { readonly page: HomePage }) {
  return (
    <div className="page pt-8 pb-12 lg:pt-10">
      <div className="grid items-center gap-x-12 gap-y-8 lg:grid-cols-12">
        <div className="min-w-0 lg:col-span-6">
          <h1 className="text-3xl">{m.home_heading()}</h1>
          <p className="mt-3 text-lg">{m.home_lead()}</p>
          <div className="mt-6">
            <HomeSearch place={page.place} />
          </div>
          <Counts counts={page.counts} />
        </div>
        <div className="lg:col-span-6">
          <Country companies={page.companies} />
        </div>
      </div>
      <Doors />
      <Newest page={page} />
    </div>
  )
}

function Counts({ counts }: Pick<HomePage, 'counts'>) {
  const lines: [number, string][] = [
    [counts.offers, m.home_count_offers({ count: counts.offers })],
    [counts.organisations, m.home_count_companies({ count: counts.organisations })],
    [counts.schools, m.home_count_schools({ count: counts.schools })],
  ]
  return (
    <ul className="mt-5 flex flex-wrap gap-x-8 gap-y-3">
      {lines.map(([count, text]) => (
        <li key={text}>
          <b className="block text-xl font-[750] tabular-nums">{formatNumber(count)}</b>
          <span className="text-sm text-ink-soft">{text}</span>
        </li>
      ))}
    </ul>
  )
}

function Doors() {
  const size = { 'aria-hidden': true, size: 22, strokeWidth: 1.75, className: 'shrink-0 text-act' } as const
  return (
    <ul className="card mt-10 grid divide-line max-lg:divide-y lg:mt-14 lg:grid-cols-3 lg:divide-x">
      <Door
        icon={<GraduationCap {...size} />}
        title={m.home_door_school_title()}
        text={m.home_door_school_text()}
        to={paths.accountSchool()}
        link={m.home_door_school_link()}
      />
      <Door
        icon={<Factory {...size} />}
        title={m.home_door_company_title()}
        text={m.home_door_company_text()}
        to={paths.myOrganisation()}
        link={m.home_door_company_link()}
      />
      <Door
        icon={<MapIcon {...size} />}
        title={m.home_door_region_title()}
        text={m.home_door_region_text()}
        to={paths.regions()}
        link={m.home_door_region_link()}
      />
    </ul>
  )
}

type DoorProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly to: string
  readonly link: string
}

function Door({ icon, title, text, to, link }: DoorProps) {
  return (
    <li className="p-5 lg:p-6">
      <h2 className="flex items-center gap-2 text-lg">
        {icon}
        {title}
      </h2>
      <p className="mt-2 text-sm text-ink-soft">{text}</p>
      <Link to={to} className="link mt-1 inline-flex min-h-11 items-center">
        {link}
      </Link>
    </li>
  )
}

function Newest({ page: { newest, isNearSchool } }: { readonly page: HomePage }) {
  if (newest.length === 0) return null
  const title = isNearSchool ? m.home_newest_near() : m.home_newest()
  return (
    <section className="mt-12">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2>{title}</h2>
        <Link to={paths.finder({ sort: 'newest' })} className="link inline-flex min-h-11 items-center">
          {m.home_newest_all()}
        </Link>
      </div>
      <div className="mt-3">
        <OfferCards cards={newest} label={title} columns={4} />
      </div>
    </section>
  )
}
