/** An offer on a card, with the drawing of its topic. The whole card leads to it. */
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Distance } from '~/components/distance'
import { formatDuration, formatLevels } from '~/components/format'
import { DemoMark } from '~/components/notices'
import { paths } from '~/components/paths'
import { PictureBox } from '~/components/picture-box'
import { TitleBlock } from '~/components/title-block'
import { TopicDrawing } from '~/components/topic-drawing'
import type { OfferCard } from '~/features/finder/domain/offer-card'
import * as m from '~/paraglide/messages'
import { KindIcon } from './kind-icon'
import { MadeBy } from './made-together'
import { kindWord } from './words'

type Props = {
  readonly cards: readonly OfferCard[]
  readonly label: string
  /** Cards beside each other on a wide window. */
  readonly columns: 3 | 4
  /** On the page of their company its name goes without saying. */
  readonly withOrganisation?: boolean
}

export function OfferCards({ cards, label, columns, withOrganisation = true }: Props) {
  return (
    <ul
      aria-label={label}
      className={`grid gap-4 sm:grid-cols-2 ${columns === 4 ? 'xl:grid-cols-4' : 'lg:grid-cols-3'}`}
    >
      {cards.map((card) => (
        <Card key={card.id} card={card} withOrganisation={withOrganisation} />
      ))}
    </ul>
  )
}

function Card({ card, withOrganisation }: { readonly card: OfferCard; readonly withOrganisation: boolean }) {
  return (
    <li className="card relative flex flex-col overflow-hidden">
      <CardFace
        card={card}
        title={
          <Link
            to={paths.offer(card.slug)}
            prefetch="intent"
            className="decoration-2 underline-offset-[.18em] after:absolute after:inset-0 hover:underline focus-visible:underline"
          >
            {card.title}
          </Link>
        }
        withOrganisation={withOrganisation}
      />
    </li>
  )
}

type FaceProps = {
  readonly card: Omit<OfferCard, 'slug'>
  /** The title, as a link where there is something to open. */
  readonly title: ReactNode
  readonly withOrganisation: boolean
}

/** What stands on the card, for whoever draws its edge. */
export function CardFace({ card, title, withOrganisation }: FaceProps) {
  const facts = [{ label: m.common_fact_for(), value: formatLevels(card.levels) }]
  if (card.durationMinutes !== null)
    facts.push({ label: m.common_fact_duration(), value: formatDuration(card.durationMinutes) })
  return (
    <>
      {card.cover ? (
        <PictureBox
          picture={card.cover}
          sizes="(min-width: 64rem) 25rem, (min-width: 40rem) 50vw, 100vw"
          className="aspect-[5/2] w-full border-b border-line object-cover"
        />
      ) : (
        <TopicDrawing
          topicId={card.topicId}
          seed={card.id}
          className="h-[74px] w-full border-b border-line print:hidden"
        />
      )}
      <div className="flex flex-1 flex-col p-4">
        <p className="flex flex-wrap items-center gap-2 text-sm font-[650]">
          <KindIcon kind={card.kind} />
          {kindWord[card.kind]()}
          {card.isDemo ? <DemoMark /> : null}
          {card.distanceKm === null ? null : <Distance km={card.distanceKm} className="ml-auto" />}
        </p>
        <h3 className="mt-1 leading-6">{title}</h3>
        <p className="text-sm text-ink-soft">
          {withOrganisation ? `${card.organisationName}, ${card.placeName}` : card.placeName}
        </p>
        <MadeBy names={card.madeBy} />
        <p className="mt-2 mb-3 text-sm">{card.summary}</p>
        <TitleBlock facts={facts} className="mt-auto" />
      </div>
    </>
  )
}
