/** The page of one company: who they are, where, and all that they offer. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ButtonLink } from '~/components/button'
import { formatDay, formatKm, formatNumber } from '~/components/format'
import { DemoMark, EmptyState, Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { type Fact, FactTable } from '~/components/title-block'
import type { Label } from '~/features/finder/domain/offer-page'
import type { OrganisationPage } from '~/features/finder/domain/organisation-page'
import * as m from '~/paraglide/messages'
import { OfferCards } from './offer-card'
import { PlaceMap } from './place-map'

type Props = {
  readonly page: OrganisationPage
  /** What the coordinator of its region can do here. */
  readonly board: ReactNode
}

export function OrganisationScreen({ page, board }: Props) {
  return (
    <div className="page pt-6 pb-12">
      <OwnNotice page={page} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-12">
        <div className="min-w-0 lg:col-span-7">
          {page.isDemo ? <DemoMark /> : null}
          <h1 className="mt-1">{page.name}</h1>
          <p className="mt-1 text-ink-soft">{page.placeName}</p>
          <p className="mt-4 max-w-(--measure) text-lg whitespace-pre-line">{page.about}</p>
          <div className="mt-6">
            <FactTable facts={factsOf(page)} />
          </div>
          {board}
        </div>
        <aside aria-label={m.offerpage_where()} className="lg:col-span-5">
          <PlaceMap
            company={{ point: page.point, name: page.name, kind: 'excursion' }}
            school={page.ownSchool}
          />
          <p className="mt-2 text-sm">
            <b>{page.placeName}.</b>{' '}
            {page.ownSchool
              ? m.offerpage_from_school({
                  distance: formatKm(page.ownSchool.distanceKm),
                  school: page.ownSchool.schoolName,
                })
              : null}
          </p>
          <Branches page={page} />
        </aside>
      </div>
      <section className="mt-10">
        {page.offers.length === 0 ? (
          <EmptyState title={m.offerpage_company_no_offers({ name: page.name })}>
            <ButtonLink to={paths.finder()}>{m.common_to_finder()}</ButtonLink>
          </EmptyState>
        ) : (
          <>
            <h2>
              {m.offerpage_company_offers({ count: page.offerCount, shown: formatNumber(page.offerCount) })}
            </h2>
            <div className="mt-4">
              <OfferCards
                cards={page.offers}
                label={m.offerpage_company_offers_label({ name: page.name })}
                columns={3}
                withOrganisation={false}
              />
            </div>
            {page.offerCount > page.offers.length ? (
              <p className="mt-4">
                {m.offerpage_company_newest({ count: page.offers.length })}{' '}
                <Link to={paths.finder({ organisation: page.slug })} className="link">
                  {m.offerpage_company_all({ count: page.offerCount, shown: formatNumber(page.offerCount) })}
                </Link>
              </p>
            ) : null}
          </>
        )}
      </section>
    </div>
  )
}

function Branches({ page: { branches } }: { readonly page: OrganisationPage }) {
  if (branches.length === 0) return null
  return (
    <section className="mt-4">
      <h2 className="text-lg">{m.offerpage_company_branches()}</h2>
      <ul className="mt-1 divide-y divide-line">
        {branches.map(({ name, address, placeName, distanceKm }) => (
          <li key={name} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span className="min-w-0 wrap-break-word">
              <span className="font-[650]">{name}</span>
              <span className="block text-sm text-ink-soft">
                {[address, placeName].filter(Boolean).join(', ')}
              </span>
            </span>
            {distanceKm === null ? null : <span className="text-sm">{formatKm(distanceKm)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function OwnNotice({ page }: { readonly page: OrganisationPage }) {
  if (page.verification === 'verified' && !page.mayEdit) return null
  const text = {
    pending: m.offerpage_company_pending,
    refused: m.offerpage_company_refused,
    verified: m.offerpage_company_own,
  }[page.verification]()
  return (
    <div className="no-print mb-6">
      <Notice tone={page.verification === 'verified' ? 'info' : 'need'}>
        <p>{text}</p>
        <ButtonLink look="quiet" size="small" to={paths.myOrganisation()} className="-ml-3.5">
          {m.offerpage_company_manage()}
        </ButtonLink>
      </Notice>
    </div>
  )
}

function answersWord({ answers }: OrganisationPage): string {
  if (answers === null) return ''
  const share = m.offerpage_company_answers_share({ percent: formatNumber(answers.percent) })
  if (answers.medianDays === null) return share
  const days = { count: answers.medianDays, days: formatNumber(answers.medianDays) }
  return `${share} ${m.offerpage_company_answers_days(days)}`
}

function factsOf(page: OrganisationPage): Fact[] {
  const list = (labels: readonly Label[]) => labels.map(({ label }) => label).join(', ')
  return [
    { label: m.offerpage_topics(), value: list(page.topics) },
    { label: m.offerpage_company_answers(), value: answersWord(page) },
    {
      label: m.offerpage_company_confirmed(),
      value: page.lastConfirmedOn ? formatDay(page.lastConfirmedOn, true) : '',
    },
    { label: m.offerpage_top_sectors(), value: list(page.topSectors) },
    { label: m.offerpage_networks(), value: list(page.networks) },
    {
      label: m.offerpage_employees(),
      value: page.employees === null ? '' : formatNumber(page.employees),
    },
    {
      label: m.offerpage_website_label(),
      value: page.website ? (
        <a href={page.website} rel="external noopener" className="link break-all">
          {page.website.replace(/^https?:\/\/|\/$/g, '')}
        </a>
      ) : (
        ''
      ),
    },
  ].filter(({ value }) => value !== '')
}
