/** The own company: how it stands with the coordinator, what it offers, what it says of itself, who works there. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatDay, formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { type Fact, FactTable } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import { roleWord } from '../domain/role-words'
import type { MyOrganisation } from '../queries/my-organisation.server'

type Props = {
  readonly organisation: MyOrganisation
  readonly formErrors: readonly string[]
  /** What is wrong on another page, with the way there. */
  readonly elsewhere: readonly { readonly to: string; readonly text: string }[]
  /** Its offers. */
  readonly children: ReactNode
}

export function MyOrganisationScreen({ organisation, formErrors, elsewhere, children }: Props) {
  const { id, name, slug, verification, mayEdit, mayOffer, others } = organisation
  return (
    <div className="page py-8">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div>
          <h1>{name}</h1>
          {verification === 'verified' ? (
            <p className="mt-1">
              <Link to={paths.organisation(slug)} className="link">
                {m.organisations_my_public_page()}
              </Link>
            </p>
          ) : null}
        </div>
        <div className="grid justify-items-start gap-1">
          {mayOffer ? (
            <>
              <ButtonLink to={paths.beginOffer(id)}>{m.organisations_my_new_offer()}</ButtonLink>
              <Link to={paths.loads(id)} className="link inline-flex min-h-11 items-center">
                {m.loads_my_link()}
              </Link>
            </>
          ) : null}
          <Link to={paths.requestsNearby()} className="link inline-flex min-h-11 items-center">
            {m.proposals_around_link()}
          </Link>
          <Link to={paths.impact(id)} className="link inline-flex min-h-11 items-center">
            {m.impact_link()}
          </Link>
        </div>
      </div>
      <div className="mt-6 grid gap-6">
        <ErrorSummary formErrors={formErrors} fields={[]} elsewhere={elsewhere} />
        <Standing organisation={organisation} />
        {children}
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2 lg:items-start">
          <section>
            <h2>{m.organisations_my_facts()}</h2>
            <p className="mt-2 max-w-(--measure) whitespace-pre-line">{organisation.about}</p>
            <div className="mt-4">
              <FactTable facts={factsOf(organisation)} />
            </div>
            <p className="mt-3">
              <Link to={paths.branches({ of: id })} className="link inline-flex min-h-11 items-center">
                {m.organisations_my_to_branches()}
              </Link>
            </p>
            {mayEdit ? (
              <p className="mt-3">
                <Link to={paths.editOrganisation(id)} className="link">
                  {m.organisations_my_edit()}
                </Link>
                {organisation.stoppedOn === null ? (
                  <Link
                    to={paths.stopOrganisation(id)}
                    className="link ml-6 inline-flex min-h-11 items-center text-sm"
                  >
                    {m.departures_link()}
                  </Link>
                ) : null}
              </p>
            ) : (
              <p className="mt-3 text-sm text-ink-soft">{m.organisations_my_only_lead()}</p>
            )}
          </section>
          <Members organisation={organisation} />
        </div>
        {others.length > 0 ? (
          <section>
            <h2>{m.organisations_my_others()}</h2>
            <ul className="mt-2">
              {others.map((other) => (
                <li key={other.id} className="py-1.5">
                  <Link to={paths.myOrganisation({ of: other.id })} className="link">
                    {other.name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <p>
          <Link to={paths.newOrganisation()} className="link">
            {m.organisations_my_another()}
          </Link>
        </p>
      </div>
    </div>
  )
}

function Standing({ organisation }: { readonly organisation: MyOrganisation }) {
  const { id, verification, answerBy, refusalReason, mayEdit, stoppedOn } = organisation
  if (stoppedOn !== null)
    return (
      <Notice tone="need">
        <p>{m.departures_stopped_text({ day: formatDay(stoppedOn, true) })}</p>
        {mayEdit ? (
          <p className="mt-2">
            <Link to={paths.stopOrganisation(id)} className="link">
              {m.departures_back()}
            </Link>
          </p>
        ) : null}
      </Notice>
    )
  if (verification === 'verified') return null
  if (verification === 'pending')
    return (
      <Notice tone="info">
        <p className="font-[650]">{m.organisations_my_pending_title()}</p>
        <p>{m.organisations_my_pending_text({ day: answerBy ? formatDay(answerBy, true) : '' })}</p>
      </Notice>
    )
  return (
    <Notice tone="need">
      <p className="font-[650]">{m.organisations_my_refused_title()}</p>
      <p className="mt-1 whitespace-pre-line">{refusalReason}</p>
      <p className="mt-1">
        {mayEdit ? m.organisations_my_refused_what() : m.organisations_my_refused_member()}
      </p>
      {mayEdit ? (
        <p className="mt-2">
          <Link to={paths.editOrganisation(id)} className="link">
            {m.organisations_my_edit()}
          </Link>
        </p>
      ) : null}
    </Notice>
  )
}

function factsOf(organisation: MyOrganisation): readonly Fact[] {
  const { postcode, placeName, website, kvkNumber, employees, topics, networks } = organisation
  const unknown = m.organisations_my_not_told()
  return [
    { label: m.organisations_form_postcode(), value: `${postcode} ${placeName}` },
    {
      label: m.organisations_form_employees(),
      value: employees === null ? unknown : formatNumber(employees),
    },
    {
      label: m.organisations_form_website(),
      value: website ? (
        <a href={website} rel="noreferrer" className="link break-all">
          {website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
        </a>
      ) : (
        unknown
      ),
    },
    { label: m.organisations_form_kvk(), value: kvkNumber ?? unknown },
    { label: m.organisations_form_topics(), value: topics.length > 0 ? topics.join(', ') : unknown },
    { label: m.organisations_form_networks(), value: networks.length > 0 ? networks.join(', ') : unknown },
  ]
}

function Members({ organisation: { id, members } }: { readonly organisation: MyOrganisation }) {
  return (
    <section>
      <h2>{m.organisations_my_members()}</h2>
      <ul className="card mt-3 divide-y divide-line">
        {members.map(({ name, email, role }) => (
          <li key={email} className="flex flex-wrap justify-between gap-x-4 px-4 pt-3 pb-2">
            <span className="min-w-0">
              <span className="font-[650]">{name}</span>
              <span className="block text-sm break-all text-ink-soft">{email}</span>
            </span>
            <span className="text-sm text-ink-soft">{roleWord(role)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <Link to={paths.colleagues(id)} className="link inline-flex min-h-11 items-center">
          {m.organisations_my_to_colleagues()}
        </Link>
      </p>
    </section>
  )
}
