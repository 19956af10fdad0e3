/** Where a call begins: find who rings, enter what they need or offer; and what was entered lately. */
import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { BoardNav } from '~/features/clearing/ui/board-nav'
import * as m from '~/paraglide/messages'
import { FOUND_MAX } from '../domain/phone-entry'
import type { LateEntry, PhonePage } from '../queries/phone-page.server'

export function PhoneScreen({ page }: { readonly page: PhonePage }) {
  const { asked, found, mayEnter, lately } = page
  return (
    <>
      <BoardNav />
      <div className="page grid gap-8 py-8">
        <div>
          <h1>{m.phone_title()}</h1>
          <p className="mt-1 max-w-(--measure) text-ink-soft">{m.phone_lead()}</p>
        </div>
        {mayEnter ? null : <Notice>{m.phone_only_coordinators()}</Notice>}
        <Form method="get" role="search" aria-label={m.phone_search()} className="max-w-2xl">
          <label htmlFor="phone-search" className="block font-[650]">
            {m.phone_search_field()}
          </label>
          <p id="phone-search-hint" className="text-sm text-ink-soft">
            {m.phone_search_hint()}
          </p>
          <div className="mt-1.5 flex gap-2 max-sm:flex-col">
            <input
              key={asked}
              id="phone-search"
              type="search"
              name="q"
              defaultValue={asked}
              maxLength={80}
              autoComplete="off"
              aria-describedby="phone-search-hint"
              className="field-box"
            />
            <Button className="shrink-0">{m.phone_search_button()}</Button>
          </div>
        </Form>
        {found ? <Found found={found} mayEnter={mayEnter} /> : null}
        <section aria-labelledby="lately">
          <h2 id="lately">{m.phone_lately()}</h2>
          {lately.length === 0 ? (
            <p className="mt-2">{m.phone_lately_none()}</p>
          ) : (
            <ul className="card mt-3 divide-y divide-line">
              {lately.map((entry) => (
                <Late key={entry.id} entry={entry} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  )
}

type FoundProps = { readonly found: NonNullable<PhonePage['found']>; readonly mayEnter: boolean }

function Found({ found: { schools, companies }, mayEnter }: FoundProps) {
  return (
    <div className="grid gap-8 lg:grid-cols-2 lg:items-start">
      <section aria-labelledby="schools">
        <h2 id="schools">{m.phone_schools({ count: schools.length })}</h2>
        {schools.length === FOUND_MAX ? <p className="mt-1 text-ink-soft">{m.phone_more()}</p> : null}
        {schools.length === 0 ? <p className="mt-2">{m.phone_schools_none()}</p> : null}
        <ul className="mt-3 grid gap-3">
          {schools.map(({ id, name, placeName, hasStaff }) => (
            <li key={id} className="card flex flex-wrap items-center justify-between gap-3 p-4">
              <div className="min-w-0">
                <Link to={paths.school(id)} className="link font-[650]">
                  {name}
                </Link>
                <p className="text-sm text-ink-soft">
                  {placeName}. {hasStaff ? m.phone_has_account() : m.phone_no_account()}
                </p>
              </div>
              {mayEnter ? (
                <ButtonLink
                  look="second"
                  size="small"
                  to={paths.enterRequest(id)}
                  aria-label={m.phone_enter_request_of({ name })}
                >
                  {m.phone_enter_request()}
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="companies">
        <h2 id="companies">{m.phone_companies({ count: companies.length })}</h2>
        {companies.length === FOUND_MAX ? <p className="mt-1 text-ink-soft">{m.phone_more()}</p> : null}
        {companies.length === 0 ? <p className="mt-2">{m.phone_companies_none()}</p> : null}
        <ul className="mt-3 grid gap-3">
          {companies.map(({ id, slug, name, placeName }) => (
            <li key={id} className="card flex flex-wrap items-center justify-between gap-3 p-4">
              <div className="min-w-0">
                <Link to={paths.organisation(slug)} className="link font-[650]">
                  {name}
                </Link>
                <p className="text-sm text-ink-soft">{placeName}</p>
              </div>
              {mayEnter ? (
                <ButtonLink
                  look="second"
                  size="small"
                  to={paths.newOffer(id)}
                  aria-label={m.phone_enter_offer_of({ name })}
                >
                  {m.phone_enter_offer()}
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Late({ entry }: { readonly entry: LateEntry }) {
  const { kind, title, of, byName, on, requestId, offerId } = entry
  const to = requestId ? paths.boardRequest(requestId) : paths.editOffer(offerId ?? '')
  const said = { name: byName ?? m.phone_coordinator(), day: formatDay(on, true) }
  return (
    <li className="p-4">
      <Link to={to} className="link font-[650]">
        {title}
      </Link>
      <p className="text-sm text-ink-soft">
        {of}. {kind === 'entered' ? m.phone_entered_by(said) : m.phone_changed_by(said)}
      </p>
    </li>
  )
}
