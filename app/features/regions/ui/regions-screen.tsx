/** The regions: one can ask where a place lies, then all of them by landsdeel, with what there is. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { formatDay, formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { type Fact, TitleBlock } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import type { LandsdeelRow, RegionFigures, RegionRow, RegionsPage } from '../queries/regions-page.server'
import { PlaceField } from './place-field'

export function RegionsScreen({ page }: { readonly page: RegionsPage }) {
  const { landsdelen, total, day, changesOn } = page
  return (
    <div className="page py-8">
      <div className="prose">
        <h1>{m.regions_title()}</h1>
        <p>{m.regions_intro({ regions: formatNumber(total.regions) })}</p>
      </div>
      <div className="mt-6 max-w-[48rem]">
        <WhereForm page={page} />
      </div>
      <nav aria-label={m.regions_to_landsdeel()} className="mt-8">
        <ul className="flex flex-wrap gap-x-6">
          {landsdelen.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`} className="link inline-block py-2">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {landsdelen.map((landsdeel) => (
        <Landsdeel key={landsdeel.id} landsdeel={landsdeel} />
      ))}
      <div className="prose mt-10 text-sm text-ink-soft">
        <p>
          {changesOn === null
            ? m.regions_valid({ day: formatDay(day, true) })
            : m.regions_valid_until({ day: formatDay(day, true), next: formatDay(changesOn, true) })}{' '}
          {m.regions_overlap()}
        </p>
        <p>{m.regions_source()}</p>
      </div>
    </div>
  )
}

function WhereForm({ page: { asked, whereIs } }: { readonly page: RegionsPage }) {
  return (
    <>
      <Form
        action={paths.regions()}
        method="get"
        role="search"
        aria-label={m.regions_where_label()}
        className="flex items-start gap-2 max-sm:flex-col"
      >
        <PlaceField
          label={m.regions_where_field()}
          hint={m.regions_where_hint()}
          defaultValue={asked}
          error={whereIs.kind === 'unknown' ? m.regions_where_unknown({ asked }) : ''}
        />
        <Button className="shrink-0 sm:mt-[3.375rem]">{m.regions_where_submit()}</Button>
      </Form>
      <div role="status" className="mt-3">
        {whereIs.kind === 'found' ? (
          <Notice>
            {whereIs.regions.length === 0
              ? m.regions_where_found_none({ place: whereIs.label })
              : m.regions_where_found({
                  place: whereIs.label,
                  regions: whereIs.regions.map((r) => `${r.name} (${r.landsdeelName})`).join(', '),
                })}
          </Notice>
        ) : null}
        {whereIs.kind === 'ambiguous' ? (
          <Notice>
            <p className="font-[650]">{m.regions_where_ambiguous()}</p>
            <ul className="flex flex-wrap gap-x-6">
              {whereIs.choices.map(({ label, ask }) => (
                <li key={ask}>
                  <Link
                    to={`${paths.regions()}?${new URLSearchParams({ place: ask })}`}
                    className="inline-block py-2 underline underline-offset-[.22em]"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </div>
    </>
  )
}

function figuresOf({ schools, companies, offers }: RegionFigures): readonly Fact[] {
  return [
    { label: m.regions_schools(), value: formatNumber(schools) },
    { label: m.regions_companies(), value: formatNumber(companies) },
    { label: m.regions_offers(), value: formatNumber(offers) },
  ]
}

function Landsdeel({ landsdeel }: { readonly landsdeel: LandsdeelRow }) {
  return (
    <section id={landsdeel.id} aria-labelledby={`${landsdeel.id}-name`} className="mt-8 scroll-mt-4">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2 border-b-2 border-act pb-3">
        <h2 id={`${landsdeel.id}-name`}>{landsdeel.name}</h2>
        <TitleBlock facts={figuresOf(landsdeel)} className="max-sm:w-full sm:w-96" />
      </div>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {landsdeel.regions.map((region) => (
          <Region key={region.id} region={region} />
        ))}
      </ul>
    </section>
  )
}

function Region({ region }: { readonly region: RegionRow }) {
  const count = region.municipalities.length
  return (
    <li id={region.id} className="card scroll-mt-4 p-4 target:border-2 target:border-act">
      <h3>{region.name}</h3>
      {region.aliases.length > 0 ? (
        <p className="text-sm text-ink-soft">{m.regions_also({ names: region.aliases.join(', ') })}</p>
      ) : null}
      {region.kind === 'own' ? <p className="text-sm text-ink-soft">{m.regions_own_region()}</p> : null}
      <TitleBlock facts={figuresOf(region)} className="mt-3" />
      <details className="mt-2">
        <summary className="py-2 text-sm text-act-text">
          {m.regions_municipality_count({ count, shown: formatNumber(count) })}
        </summary>
        <p className="text-sm">{region.municipalities.join(', ')}</p>
      </details>
    </li>
  )
}
