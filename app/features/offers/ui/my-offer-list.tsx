/** The offers of the own company, with what can be done with each. */
import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { formatDay, formatNumber, formatSchoolYear } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { type Status, StatusBadge } from '~/components/status-badge'
import { TitleBlock } from '~/components/title-block'
import { kindWord } from '~/features/finder/ui/words'
import { phoneEntryWord } from '~/features/phone-entries/ui/words'
import * as m from '~/paraglide/messages'
import { gapText } from '../domain/gap-words'
import type { OfferState } from '../domain/offer-states'
import type { MyOffer, MyOffers } from '../queries/my-offers.server'
import { gapAddress } from './gap-address'
import { OfferMore } from './offer-more'

const STATE: Readonly<Record<OfferState, { readonly status: Status; readonly word: () => string }>> = {
  draft: { status: 'open', word: m.offers_state_draft },
  published: { status: 'booked', word: m.offers_state_published },
  paused: { status: 'held', word: m.offers_state_paused },
  archived: { status: 'ended', word: m.offers_state_archived },
}

type Props = {
  readonly organisationId: string
  readonly offers: MyOffers
  /** Before a coordinator has looked, nobody finds what is online. */
  readonly isVerified: boolean
  /** Who only reads sees what is there and how it stands. */
  readonly mayEdit: boolean
}

export function MyOfferList({ organisationId, offers, isVerified, mayEdit }: Props) {
  const { rows, total, page, pageCount, archived } = offers
  const here = (query: { readonly archived?: '1'; readonly page?: string }) =>
    paths.myOrganisation({ of: organisationId, ...query })
  return (
    <section aria-labelledby="my-offers">
      <h2 id="my-offers">
        {archived.isShown ? m.offers_my_archived({ count: total }) : m.offers_my_title({ count: total })}
      </h2>
      {total === 0 && !archived.isShown ? (
        <EmptyState title={m.offers_my_none_title()}>
          <p>{m.offers_my_none_text()}</p>
          {mayEdit ? (
            <ButtonLink look="second" to={paths.beginOffer(organisationId)}>
              {m.offers_my_none_button()}
            </ButtonLink>
          ) : null}
        </EmptyState>
      ) : (
        <ul className="mt-3 grid gap-4">
          {rows.map((offer) => (
            <li key={offer.id}>
              <OfferCard offer={offer} offers={offers} isVerified={isVerified} mayEdit={mayEdit} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={pageCount}
        to={(to) => here({ ...(archived.isShown ? { archived: '1' } : {}), page: String(to) })}
      />
      {archived.isShown || archived.count > 0 ? (
        <p className="mt-3">
          <Link to={here(archived.isShown ? {} : { archived: '1' })} className="link">
            {archived.isShown ? m.offers_my_back() : m.offers_my_to_archived({ count: archived.count })}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

type CardProps = Omit<Props, 'organisationId'> & { readonly offer: MyOffer }

function OfferCard({ offer, offers, isVerified, mayEdit }: CardProps) {
  const { id, state, title } = offer
  const { status, word } = STATE[state]
  return (
    <article className="card grid gap-3 p-4 sm:p-5" aria-labelledby={`offer-${id}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h3 id={`offer-${id}`} className="min-w-0">
          {title}
        </h3>
        <StatusBadge status={status}>{word()}</StatusBadge>
      </div>
      {offer.phoneEntry ? <p>{phoneEntryWord(offer.phoneEntry)}</p> : null}
      {offer.pausedUntil ? (
        <p>{m.offers_my_paused_until({ day: formatDay(offer.pausedUntil, true) })}</p>
      ) : null}
      {state === 'published' && !isVerified ? (
        <p className="text-need-text">{m.offers_my_not_seen_yet()}</p>
      ) : null}
      {mayEdit ? <Missing offer={offer} /> : null}
      <TitleBlock
        facts={[
          { label: m.offers_my_kind(), value: kindWord[offer.kind]() },
          offer.downloads
            ? { label: m.offers_my_downloads(), value: downloadsWord(offer.downloads) }
            : {
                label: m.offers_my_places({ year: formatSchoolYear(offers.schoolYear) }),
                value: placesWord(offer),
              },
          {
            label: m.offers_my_confirmed(),
            value: offer.confirmedOn ? formatDay(offer.confirmedOn, true) : m.offers_my_never(),
          },
        ]}
      />
      {offer.isOld && (state === 'published' || state === 'paused') ? (
        <p className="text-need-text">{m.offers_my_old()}</p>
      ) : null}
      {mayEdit ? (
        <>
          <Actions offer={offer} />
          <OfferMore offer={offer} tomorrow={offers.tomorrow} />
        </>
      ) : (
        <See offer={offer} />
      )}
    </article>
  )
}

/** Told before anybody presses: what schools need to know, each with the way to its field. */
function Missing({ offer: { id, gaps } }: Pick<CardProps, 'offer'>) {
  if (gaps.length === 0) return null
  return (
    <div>
      <p className="font-[650]">{m.offers_my_missing()}</p>
      <ul className="mt-1 list-disc pl-5">
        {gaps.map((gap) => (
          <li key={gap}>
            <Link to={gapAddress(id, gap)} className="link">
              {gapText[gap]()}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function placesWord({ places, state }: MyOffer): string {
  if (places) return m.offers_my_places_open({ open: places.open, of: places.of })
  return state === 'draft' ? m.offers_my_places_draft() : m.offers_my_places_unlimited()
}

function downloadsWord({ everSince, thisYear }: NonNullable<MyOffer['downloads']>): string {
  if (everSince === 0) return m.offers_my_downloads_none()
  const times = m.offers_my_downloads_times({ count: everSince, shown: formatNumber(everSince) })
  return everSince === thisYear ? times : m.offers_my_downloads_year({ times, year: formatNumber(thisYear) })
}

/** What is pressed most, at hand; the rest is in `OfferMore`. */
function Actions({ offer }: { readonly offer: MyOffer }) {
  const { id, state, title } = offer
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {state === 'archived' ? null : (
        <ButtonLink
          look="second"
          size="small"
          to={paths.offerStep(id, 'what')}
          aria-label={m.offers_my_edit_named({ title })}
        >
          {m.offers_my_edit()}
        </ButtonLink>
      )}
      {state === 'archived' ? null : (
        <Link
          to={paths.offerMedia(id)}
          className="link inline-flex min-h-11 items-center text-sm"
          aria-label={m.offers_my_media_named({ title })}
        >
          {m.offers_my_media()}
        </Link>
      )}
      {state === 'archived' || offer.downloads ? null : (
        <ButtonLink
          look="second"
          size="small"
          to={paths.offerCalendar(id)}
          aria-label={m.capacity_open_calendar_named({ title })}
        >
          {m.capacity_open_calendar()}
        </ButtonLink>
      )}
      {state === 'draft' || state === 'paused' || state === 'published' ? (
        <Form method="post">
          <input type="hidden" name="offer" value={id} />
          {state === 'draft' ? (
            <Press intent="publish" name={m.offers_my_publish()} title={title} />
          ) : state === 'paused' ? (
            <Press intent="resume" name={m.offers_my_resume()} title={title} />
          ) : (
            <Press intent="confirm" name={m.offers_my_confirm()} title={title} />
          )}
        </Form>
      ) : null}
      <See offer={offer} />
    </div>
  )
}

function See({ offer: { slug, state, title } }: { readonly offer: MyOffer }) {
  if (state === 'archived') return null
  return (
    <Link
      to={paths.offer(slug)}
      className="link inline-flex min-h-11 items-center text-sm"
      aria-label={m.offers_my_see_named({ title })}
    >
      {m.offers_my_see()}
    </Link>
  )
}

type PressProps = { readonly intent: string; readonly name: string; readonly title: string }

function Press({ intent, name, title }: PressProps) {
  return (
    <Button look="second" size="small" name="intent" value={intent} aria-label={`${name}: ${title}`}>
      {name}
    </Button>
  )
}
