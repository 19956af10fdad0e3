/** The page of one offer: left what it is and for whom, right when, where and whom to ask. */
import { Link, useLocation } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { useEffect, useState } from 'react'
import { ButtonLink } from '~/components/button'
import { formatDay, formatDuration, formatLevels, formatPrice } from '~/components/format'
import { DemoMark, Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { Timeline } from '~/components/timeline'
import { type Fact, FactTable, TitleBlock } from '~/components/title-block'
import type { Goal, OfferPage } from '~/features/finder/domain/offer-page'
import * as m from '~/paraglide/messages'
import { KindIcon } from './kind-icon'
import { MadeTogether } from './made-together'
import { OfferCards } from './offer-card'
import { OfferAside } from './offer-page-aside'
import { OfferFiles } from './offer-page-files'
import { OfferFit } from './offer-page-fit'
import { OfferPictures } from './offer-page-pictures'
import { TakeAlong } from './take-along'
import { kindWord, languageWord, locationWord } from './words'

type Props = {
  readonly offer: OfferPage
  /** The result that the reader came from, as far as the server can know. */
  readonly cameFrom: string | null
}

export function OfferScreen({ offer, cameFrom }: Props) {
  const { organisation } = offer
  const backTo = useWayBack(cameFrom)
  return (
    <article className="page pt-4 pb-12">
      <Link
        to={backTo ?? paths.finder()}
        className="no-print link inline-flex min-h-11 items-center gap-2 text-sm"
      >
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {backTo ? m.offerpage_back_to_results() : m.offerpage_all_offers()}
      </Link>
      <OwnNotice offer={offer} />
      {offer.isPreview ? (
        <div className="no-print mb-4">
          <Notice>{m.offerpage_preview({ name: organisation.name })}</Notice>
        </div>
      ) : null}
      <div className="mt-1 grid gap-x-12 gap-y-8 lg:grid-cols-12 lg:grid-rows-[auto_1fr]">
        <header className="min-w-0 lg:col-span-7">
          <OfferPictures offer={offer} />
          <p className="mt-3 flex items-center gap-2 text-sm font-[650]">
            <KindIcon kind={offer.offerKind} />
            {kindWord[offer.offerKind]()}
            {offer.isDemo ? <DemoMark /> : null}
          </p>
          <h1 className="mt-2">{offer.title}</h1>
          <p className="mt-2">
            {m.offerpage_by()}{' '}
            <Link to={paths.organisation(organisation.slug)} className="link">
              {organisation.name}
            </Link>{' '}
            {m.offerpage_in_place({ place: offer.placeName })}
          </p>
          {offer.together ? <MadeTogether together={offer.together} /> : null}
          <p className="mt-3 max-w-(--measure) text-lg">{offer.summary}</p>
          <TitleBlock facts={mainFacts(offer)} className="mt-5" />
          <OfferFit offer={offer} />
        </header>
        {/* On a phone it stands before the story: whether it can be, where and with whom decides. */}
        <OfferAside offer={offer} className="lg:col-span-5 lg:row-span-2" />
        <div className="min-w-0 space-y-8 lg:col-span-7">
          <Text heading={m.offerpage_goal()} text={offer.goal} />
          <Text heading={m.offerpage_what_pupils_do()} text={offer.description} />
          <Lesson offer={offer} />
          <OfferFiles files={offer.files} />
          <Goals offer={offer} />
          <Handy offer={offer} />
          {offer.isPreview ? null : <TakeAlong title={offer.title} />}
        </div>
      </div>
      {offer.similar.length > 0 ? (
        <section className="no-print mt-12">
          <h2>{m.offerpage_similar()}</h2>
          <div className="mt-4">
            <OfferCards cards={offer.similar} label={m.offerpage_similar()} columns={3} />
          </div>
        </section>
      ) : null}
    </article>
  )
}

/** What the list wrote into the history holds also after a look at another page and back. */
function useWayBack(cameFrom: string | null): string | null {
  const state: unknown = useLocation().state
  const [wayBack, setWayBack] = useState(cameFrom)
  useEffect(() => {
    const kept = (state as { readonly backTo?: unknown } | null)?.backTo
    if (typeof kept === 'string') setWayBack(kept)
  }, [state])
  return wayBack
}

/** For the company itself: what others see now, and where to change it. */
function OwnNotice({ offer }: { readonly offer: OfferPage }) {
  if (!offer.mayEdit) return null
  const text = {
    draft: m.offerpage_own_draft,
    published: m.offerpage_own_published,
    paused: m.offerpage_own_paused,
    archived: m.offerpage_own_archived,
  }[offer.state]()
  return (
    <div className="no-print mb-4">
      <Notice>
        <p>{text}</p>
        <ButtonLink look="quiet" size="small" to={paths.editOffer(offer.id)} className="-ml-3.5">
          {m.offerpage_own_edit()}
        </ButtonLink>
      </Notice>
    </div>
  )
}

function mainFacts(offer: OfferPage): Fact[] {
  const facts: Fact[] = []
  if (offer.levels.length > 0) facts.push({ label: m.common_fact_for(), value: formatLevels(offer.levels) })
  if (offer.durationMinutes !== null)
    facts.push({ label: m.common_fact_duration(), value: formatDuration(offer.durationMinutes) })
  facts.push({
    label: m.common_fact_group(),
    value:
      offer.groupSizeMax === null
        ? m.offerpage_group_any()
        : m.offerpage_group_up_to({ count: offer.groupSizeMax }),
  })
  facts.push({ label: m.common_fact_price(), value: formatPrice(offer.costCents) })
  facts.push({ label: m.common_fact_place(), value: locationWord[offer.location]().toLowerCase() })
  return facts
}

function Text({ heading, text }: { readonly heading: string; readonly text: string | null }) {
  if (text === null || text.trim() === '') return null
  return (
    <section>
      <h2>{heading}</h2>
      <Paragraphs text={text} />
    </section>
  )
}

/** Text as companies type it: an empty line begins a new paragraph, other ends of lines stay. */
function Paragraphs({ text }: { readonly text: string }) {
  return (
    <div className="mt-2 max-w-(--measure) space-y-3">
      {text
        .split(/\n\s*\n/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, drawn once
          <p key={index} className="whitespace-pre-line">
            {part}
          </p>
        ))}
    </div>
  )
}

/** Before, the visit itself, after: only when the company says more than the visit. */
function Lesson({ offer }: { readonly offer: OfferPage }) {
  const { preparation, followUp, durationMinutes } = offer
  if (!preparation && !followUp) return null
  const visit = kindWord[offer.offerKind]()
  return (
    <section>
      <h2>{m.offerpage_in_your_lessons()}</h2>
      <div className="mt-4">
        <Timeline
          moments={[
            ...(preparation ? [{ title: m.offerpage_before(), text: preparation }] : []),
            {
              title: durationMinutes === null ? visit : `${visit} (${formatDuration(durationMinutes)})`,
              text: offer.summary,
            },
            ...(followUp ? [{ title: m.offerpage_after(), text: followUp }] : []),
          ]}
        />
      </div>
    </section>
  )
}

function Goals({ offer }: { readonly offer: OfferPage }) {
  if (offer.goals.length === 0) return null
  return (
    <section>
      <h2>{m.offerpage_curriculum()}</h2>
      <ul className="mt-2 max-w-(--measure) space-y-3">
        {offer.goals.map((goal) => (
          <li key={goal.id}>
            <b>{goalName(goal)}</b>
            <span lang="nl" className="block">
              {goal.text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "Kerndoel 33, onderbouw vo" */
function goalName({ id, code }: Goal): string {
  const number = code.replace(/\D+/g, '')
  return id.startsWith('po-') ? m.offerpage_goal_primary({ number }) : m.offerpage_goal_secondary({ number })
}

function Handy({ offer }: { readonly offer: OfferPage }) {
  const list = (labels: OfferPage['subjects']) => labels.map(({ label }) => label).join(', ')
  const tracks = [...new Set(offer.levels.flatMap((level) => level.tracks ?? []))]
  const facts: Fact[] = [
    { label: m.offerpage_topics(), value: list(offer.topics) },
    { label: m.offerpage_subjects(), value: list(offer.subjects) },
    { label: m.offerpage_tracks(), value: tracks.join(', ') },
    { label: m.offerpage_profiles(), value: list(offer.profiles) },
    { label: m.offerpage_language(), value: offer.languages.map(languageWord).join(', ') },
    { label: m.offerpage_access(), value: offer.accessNotes ?? '' },
    { label: m.offerpage_networks(), value: list(offer.networks) },
    { label: m.offerpage_programme(), value: offer.programme ?? '' },
    { label: m.offerpage_girls(), value: offer.girlsFocus ? m.offerpage_girls_yes() : '' },
    {
      label: m.offerpage_confirmed(),
      value: offer.lastConfirmedOn ? formatDay(offer.lastConfirmedOn, true) : '',
    },
  ].filter(({ value }) => value !== '')
  return (
    <section>
      <h2>{m.offerpage_handy()}</h2>
      <div className="mt-3">
        <FactTable facts={facts} />
      </div>
    </section>
  )
}
