/** The offers for a request, best first, each with its reasons and a box to ask it; around it the form of who asks. */
import { Form, type FormProps } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { OffersForRequest } from '~/features/matchmaking/queries/offers-for-request.server'
import { RemovedRules } from '~/features/matchmaking/ui/reasons'
import { TakeMaterialForm } from '~/features/offers/ui/take-material'
import * as m from '~/paraglide/messages'
import type { RequestPage } from '../queries/request-page.server'
import { RankedOffer } from './ranked-offer'

type Props = Pick<FormProps, 'preventScrollReset'> & {
  readonly request: RequestPage
  readonly offers: OffersForRequest
  /** Requests by which a company was asked this week, where the reader is told of them. */
  readonly askedLately: RequestPage['askedLately']
  readonly canAsk: boolean
  readonly ticked: readonly unknown[]
  /** The offer that is pointed at. */
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
  /** What the form says above the list, and what it asks below it. */
  readonly above?: ReactNode
  readonly below: ReactNode
}

export function RankedList({
  request,
  offers,
  askedLately,
  canAsk,
  ticked,
  current,
  onPoint,
  ...form
}: Props) {
  const { above, below, preventScrollReset } = form
  const offered = request.offered.filter(({ state }) => state === 'sent').map(({ offerId }) => offerId)
  const asked = new Map(request.proposals.map((proposal) => [proposal.offerId, proposal]))
  return (
    <>
      <details className="mt-2">
        <summary className="min-h-11 cursor-pointer py-2">{m.requests_removed()}</summary>
        <RemovedRules removed={offers.removed} />
      </details>
      <Form method="post" className="mt-4 grid gap-4" preventScrollReset={preventScrollReset}>
        {above}
        <ol aria-label={m.requests_offers()} className="grid gap-4">
          {offers.rows.map((offer) => (
            <RankedOffer
              key={offer.id}
              offer={offer}
              topics={request.topics}
              proposal={asked.get(offer.id)}
              isOffered={offered.includes(offer.id)}
              askedLately={askedLately.find((one) => one.organisationId === offer.organisationId)}
              canAsk={canAsk}
              isTicked={ticked.includes(offer.id)}
              isCurrent={offer.id === current}
              onPoint={onPoint}
            />
          ))}
        </ol>
        {below}
      </Form>
      {offers.rows
        .filter(({ isSelfService }) => isSelfService)
        .map(({ id }) => (
          <TakeMaterialForm key={id} id={id} />
        ))}
    </>
  )
}
