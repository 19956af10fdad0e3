/** A request: where it stands, what is arranged, what can be asked now, and what happens if nobody says yes. */
import { Link, useNavigation } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Columns3 from 'lucide-react/icons/columns-3'
import CopyPlus from 'lucide-react/icons/copy-plus'
import Send from 'lucide-react/icons/send'
import { useState } from 'react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatNumber } from '~/components/format'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import type { ConversationLink } from '~/features/conversations/queries/my-conversations.server'
import { RequestConversations } from '~/features/conversations/ui/conversation-link'
import type { OffersForRequest } from '~/features/matchmaking/queries/offers-for-request.server'
import type { Reply } from '~/features/proposals/ui/reply-field'
import * as m from '~/paraglide/messages'
import type { RequestPage } from '../queries/request-page.server'
import { Arranged, ProposalList } from './arranged'
import { Offered, OfferedSwitch } from './offered'
import { RankedList } from './ranked-list'
import { RankedMap } from './ranked-map'
import { RequestFacts } from './request-facts'
import { RequestStanding } from './request-standing'
import { WaitingCard } from './waiting-card'

export type RequestScreenProps = {
  readonly request: RequestPage
  /** `null` where nothing can be asked any more. */
  readonly offers: OffersForRequest | null
  /** With the companies that stand before it; none for who is not of the school. */
  readonly conversations: readonly ConversationLink[]
  readonly firstOfferId: string | null
  readonly formErrors: readonly string[]
  readonly message: string
  readonly ticked: readonly string[]
  readonly reply: Reply
}

export function RequestScreen(props: RequestScreenProps) {
  const { request, offers, formErrors, reply } = props
  const [current, setCurrent] = useState<string | null>(null)
  return (
    <div className="page grid gap-8 py-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
      <div className="min-w-0 space-y-8">
        <Head request={request} />
        <ErrorSummary formErrors={formErrors} fields={[]} />
        <Offered request={request} reply={reply} mayAnswer={request.mayEdit} />
        <Arranged request={request} />
        <ProposalList proposals={request.proposals} />
        {offers ? <Offers {...props} offers={offers} current={current} onPoint={setCurrent} /> : null}
      </div>
      <div className="min-w-0 space-y-4 lg:sticky lg:top-6 lg:self-start">
        {offers ? (
          <RankedMap
            offers={offers}
            radiusKm={request.need.maxDistanceKm}
            current={current}
            onPoint={setCurrent}
          />
        ) : null}
        <RequestConversations links={props.conversations} />
        <WaitingCard request={request} helps={offers?.helps ?? []} meanwhile={offers?.meanwhile ?? []} />
        <OfferedSwitch request={request} />
        <RequestFacts request={request} />
      </div>
    </div>
  )
}

function Head({ request }: { readonly request: RequestPage }) {
  return (
    <header>
      <Link to={paths.requests()} className="link inline-flex min-h-11 items-center gap-2">
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {m.requests_mine_title()}
      </Link>
      <RequestStanding request={request} />
      {request.mayEdit && request.isRunning && request.state !== 'booked' ? (
        <p className="mt-3 flex flex-wrap gap-5">
          <Link to={paths.editRequest(request.id)} className="link inline-flex min-h-11 items-center">
            {m.requests_edit()}
          </Link>
          <Link to={paths.withdrawRequest(request.id)} className="link inline-flex min-h-11 items-center">
            {m.requests_withdraw()}
          </Link>
        </p>
      ) : null}
      {request.mayEdit && (!request.isRunning || request.state === 'booked') ? (
        <p className="no-print mt-3">
          <Link to={paths.requestAgain(request.id)} className="link inline-flex min-h-11 items-center gap-2">
            <CopyPlus aria-hidden size={19} strokeWidth={1.75} />
            {m.requests_again()}
          </Link>
        </p>
      ) : null}
    </header>
  )
}

type OffersProps = RequestScreenProps & {
  readonly offers: OffersForRequest
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
}

function Offers({ request, offers, firstOfferId, message, ticked, current, onPoint }: OffersProps) {
  const sending = useNavigation().state === 'submitting'
  const canAsk = request.mayEdit && request.isRunning && request.unplaced > 0
  const count = offers.fitting
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{m.requests_offers_fit({ count, shown: formatNumber(count) })}</h2>
      <RankedList
        request={request}
        offers={offers}
        askedLately={request.askedLately}
        canAsk={canAsk}
        ticked={[firstOfferId, ...ticked]}
        current={current}
        onPoint={onPoint}
        below={
          canAsk && offers.rows.length > 0 ? (
            <div className="card grid gap-3 p-5">
              <label htmlFor="request-message" className="font-[650]">
                {m.requests_message()}{' '}
                <span className="font-[400] text-ink-soft">({m.requests_optional()})</span>
              </label>
              <textarea
                id="request-message"
                name="message"
                rows={3}
                maxLength={2000}
                defaultValue={message}
                className="field-box"
              />
              <p className="text-sm">{m.requests_send_explained()}</p>
              <Button name="intent" value="send" busy={sending} busyText={m.requests_busy_sending()}>
                <Send aria-hidden size={20} strokeWidth={1.75} />
                {m.requests_send()}
              </Button>
              {offers.rows.length > 1 ? (
                <div className="border-t border-line pt-3">
                  <Button
                    look="second"
                    size="small"
                    name="request"
                    value={request.id}
                    formMethod="get"
                    formAction={paths.compare()}
                  >
                    <Columns3 aria-hidden size={19} strokeWidth={1.75} />
                    {m.requests_compare_do()}
                  </Button>
                </div>
              ) : null}
            </div>
          ) : null
        }
      />
      <Pagination
        page={offers.page}
        pages={offers.pageCount}
        to={(page) => `${paths.request(request.id)}?page=${page}`}
      />
      {offers.rows.length === 0 ? (
        <ButtonLink look="second" to={paths.editRequest(request.id)}>
          {m.requests_edit()}
        </ButtonLink>
      ) : null}
    </section>
  )
}
