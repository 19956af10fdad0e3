/** What a company reached: figures, where, by year and level, and a picture to share. */
import { Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Download from 'lucide-react/icons/download'
import { ButtonLink } from '~/components/button'
import { formatDecimal, formatNumber, formatSchoolYear } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import { levelWord } from '~/features/clearing/ui/words'
import * as m from '~/paraglide/messages'
import type { ImpactPage } from '../queries/impact.server'
import { CARD_HEIGHT, CARD_WIDTH } from './impact-card'
import { FigureTable, ImpactMap } from './impact-map'
import { cardAlt, figuresOf } from './words'

const PLACES_SHOWN = 10

export function ImpactScreen({ page }: { readonly page: ImpactPage }) {
  const { organisation, impact, planned, others } = page
  if (organisation === null)
    return (
      <div className="page py-8">
        <EmptyState title={m.impact_no_company()} level={1}>
          <ButtonLink to={paths.myOrganisation()}>{m.impact_no_company_action()}</ButtonLink>
        </EmptyState>
      </div>
    )
  return (
    <div className="page grid gap-8 py-8">
      <header>
        <Link
          to={paths.myOrganisation({ of: organisation.id })}
          className="link inline-flex min-h-11 items-center gap-2"
        >
          <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
          {organisation.name}
        </Link>
        <h1 className="mt-1">{m.impact_title()}</h1>
        {planned > 0 ? (
          <p className="mt-2">
            <Link to={paths.bookings()} className="link">
              {m.impact_planned({ count: planned })}
            </Link>
          </p>
        ) : null}
      </header>
      {impact.lessons === 0 ? (
        <Nothing planned={planned} />
      ) : (
        <Reached page={page} name={organisation.name} />
      )}
      {others.length > 0 ? (
        <nav aria-label={m.organisations_my_others()}>
          <ul className="flex flex-wrap gap-x-6">
            {others.map(({ id, name }) => (
              <li key={id}>
                <Link to={paths.impact(id)} className="link inline-flex min-h-11 items-center">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  )
}

function Nothing({ planned }: Pick<ImpactPage, 'planned'>) {
  return (
    <EmptyState title={m.impact_none()}>
      <p className="max-w-(--measure)">{planned > 0 ? m.impact_none_planned() : m.impact_none_text()}</p>
      <ButtonLink to={planned > 0 ? paths.bookings() : paths.requestsNearby()}>
        {planned > 0 ? m.impact_none_bookings() : m.proposals_around_link()}
      </ButtonLink>
    </EmptyState>
  )
}

function Reached({ page, name }: { readonly page: ImpactPage; readonly name: string }) {
  const { impact, rating } = page
  const { uncounted, places } = impact
  return (
    <>
      <div>
        <dl className="grid gap-px overflow-hidden rounded-sm border border-line bg-line sm:grid-cols-3">
          {figuresOf(impact).map(({ value, label }) => (
            <div key={label} className="flex flex-col-reverse bg-surface px-4 py-3">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="text-3xl font-[750] text-act-text tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 max-w-(--measure) text-sm text-ink-soft">
          {m.impact_counted()} {uncounted > 0 ? m.impact_uncounted({ count: uncounted }) : ''}
        </p>
        <p className="mt-4 max-w-(--measure)">
          {rating
            ? m.impact_rating({
                count: rating.schools,
                average: formatDecimal(rating.average),
                ten: rating.againOfTen,
              })
            : m.impact_rating_none()}
        </p>
      </div>
      <section aria-labelledby="where">
        <h2 id="where">{m.impact_where()}</h2>
        <div className="mt-3 grid items-start gap-8 lg:grid-cols-2">
          <ImpactMap places={places} />
          <div className="grid gap-8">
            <FigureTable
              caption={m.impact_by_place()}
              first={m.impact_col_place()}
              rows={places.slice(0, PLACES_SHOWN).map(({ code, ...row }) => ({ ...row, key: code }))}
            />
            {places.length > PLACES_SHOWN ? (
              <details>
                <summary className="min-h-11 cursor-pointer py-2">
                  {m.impact_all_places({ shown: formatNumber(places.length) })}
                </summary>
                <FigureTable
                  caption={m.impact_by_place_rest()}
                  first={m.impact_col_place()}
                  rows={places.slice(PLACES_SHOWN).map(({ code, ...row }) => ({ ...row, key: code }))}
                />
              </details>
            ) : null}
          </div>
        </div>
      </section>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <FigureTable
          caption={m.impact_by_year()}
          first={m.impact_col_year()}
          rows={impact.byYear.map(({ schoolYear, ...row }) => ({
            ...row,
            key: schoolYear,
            name: formatSchoolYear(schoolYear),
          }))}
        />
        <FigureTable
          caption={m.impact_by_level()}
          first={m.impact_col_level()}
          rows={impact.byLevel.map(({ level, ...row }) => ({
            ...row,
            key: level,
            name: levelWord(level),
          }))}
        />
      </div>
      <Share page={page} name={name} />
    </>
  )
}

function Share({
  page: { organisation, impact },
  name,
}: {
  readonly page: ImpactPage
  readonly name: string
}) {
  const src = paths.impactPicture(organisation?.id ?? '')
  return (
    <section aria-labelledby="share" className="card p-5">
      <h2 id="share">{m.impact_share()}</h2>
      <p className="mt-1 max-w-(--measure)">{m.impact_share_text()}</p>
      <img
        src={src}
        alt={cardAlt(name, impact)}
        width={CARD_WIDTH}
        height={CARD_HEIGHT}
        loading="lazy"
        className="mt-4 h-auto w-full max-w-2xl rounded-md border border-line"
      />
      <p className="mt-4">
        <a
          href={src}
          download={m.impact_share_file()}
          className="link inline-flex min-h-11 items-center gap-2 font-[650]"
        >
          <Download aria-hidden size={20} strokeWidth={1.75} />
          {m.impact_share_download()}
        </a>
      </p>
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2">{m.impact_share_alt()}</summary>
        <p className="max-w-(--measure) text-sm">{cardAlt(name, impact)}</p>
      </details>
    </section>
  )
}
