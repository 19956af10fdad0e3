/** A request as its coordinator works on it: what fits and why, who said what, who follows it, and what was noted. */
import { Link, useNavigation } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Send from 'lucide-react/icons/send'
import { useState } from 'react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatNumber } from '~/components/format'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { BoardNav } from '~/features/clearing/ui/board-nav'
import type { OffersForRequest } from '~/features/matchmaking/queries/offers-for-request.server'
import { phoneEntryWord } from '~/features/phone-entries/ui/words'
import type { RequestPage } from '~/features/requests/queries/request-page.server'
import { Arranged, ProposalList } from '~/features/requests/ui/arranged'
import { Offered } from '~/features/requests/ui/offered'
import { RankedList } from '~/features/requests/ui/ranked-list'
import { RankedMap } from '~/features/requests/ui/ranked-map'
import { RequestFacts } from '~/features/requests/ui/request-facts'
import { RequestStanding } from '~/features/requests/ui/request-standing'
import { waitingReasonWord } from '~/features/requests/ui/words'
import * as m from '~/paraglide/messages'
import type { FollowUpOfRequest } from '../queries/follow-up-of-request.server'
import { type FollowUpReply, NoteForm, PlanForm } from './follow-up-forms'
import { Notes } from './notes'

type Props = {
  readonly request: RequestPage
  /** `null` where nothing is looked for any more. */
  readonly offers: OffersForRequest | null
  readonly followUp: FollowUpOfRequest
  readonly newNoteId: string
  readonly reply: FollowUpReply
}

export function FollowUpScreen({ request, offers, followUp, newNoteId, reply }: Props) {
  const [current, setCurrent] = useState<string | null>(null)
  return (
    <>
      <BoardNav />
      <div className="page grid gap-8 py-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
        <div className="min-w-0 space-y-8">
          <Head request={request} asker={followUp.asker} />
          <Arranged request={request} />
          <Offered request={request} mayAnswer={false} />
          <ProposalList proposals={request.proposals} title={m.followups_asked()} />
          {offers ? (
            <Candidates
              request={request}
              offers={offers}
              reply={reply}
              current={current}
              onPoint={setCurrent}
            />
          ) : null}
        </div>
        <div className="min-w-0 space-y-4">
          <section className="card grid gap-5 p-5" aria-labelledby="follow-up">
            <h2 id="follow-up" className="text-lg">
              {m.followups_title()}
            </h2>
            <PlanForm followUp={followUp} reply={reply} />
            <NoteForm noteId={newNoteId} reply={reply} />
            <Notes notes={followUp.notes} />
          </section>
          {offers ? (
            <RankedMap
              offers={offers}
              radiusKm={request.need.maxDistanceKm}
              current={current}
              onPoint={setCurrent}
            />
          ) : null}
          <RequestFacts request={request} title={m.followups_request()} />
        </div>
      </div>
    </>
  )
}

function Head({ request, asker }: Pick<Props, 'request'> & Pick<FollowUpOfRequest, 'asker'>) {
  const { waiting, waitingReason } = request
  return (
    <header>
      <Link to={paths.waitingList()} className="link inline-flex min-h-11 items-center gap-2">
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {m.board_nav_waiting()}
      </Link>
      <RequestStanding request={request} />
      <p className="mt-3">
        <Link to={paths.school(request.branchId)} className="link">
          {request.schoolName}
        </Link>
      </p>
      {asker ? (
        <p>
          {m.followups_asker({ name: asker.name })}{' '}
          <a href={`mailto:${asker.email}`} className="link wrap-break-word">
            {asker.email}
          </a>
        </p>
      ) : null}
      {request.phoneEntry ? <p>{phoneEntryWord(request.phoneEntry)}</p> : null}
      {request.mayEnter && request.isRunning && request.state !== 'booked' ? (
        <p>
          <Link to={paths.editRequest(request.id)} className="link inline-flex min-h-11 items-center">
            {m.phone_change_request()}
          </Link>
        </p>
      ) : null}
      {waitingReason && waiting ? (
        <p className="mt-1">
          {m.followups_place({ place: waiting.place, of: waiting.of, region: waiting.regionName })}{' '}
          {waitingReasonWord[waitingReason]()}
        </p>
      ) : null}
      <p className="lg:hidden">
        <a href="#follow-up" className="link inline-flex min-h-11 items-center">
          {m.followups_title()}
        </a>
      </p>
    </header>
  )
}

type CandidatesProps = {
  readonly request: RequestPage
  readonly offers: OffersForRequest
  readonly reply: FollowUpReply
  readonly current: string | null
  readonly onPoint: (id: string | null) => void
}

function Candidates({ request, offers, reply, current, onPoint }: CandidatesProps) {
  const sending = useNavigation().formData?.get('intent') === 'ask'
  const refused = reply?.initialValue?.intent === 'ask' ? reply : null
  const ticked: readonly unknown[] = [refused?.initialValue?.offerIds ?? []].flat()
  const canAsk = request.isRunning && request.unplaced > 0
  const count = offers.fitting
  return (
    <section aria-labelledby="candidates">
      <h2 id="candidates">{m.followups_candidates({ count, shown: formatNumber(count) })}</h2>
      <RankedList
        request={request}
        offers={offers}
        askedLately={request.askedLately}
        canAsk={canAsk}
        ticked={ticked}
        current={current}
        onPoint={onPoint}
        preventScrollReset
        above={
          <ErrorSummary
            formErrors={Object.values(refused?.error ?? {})
              .flat()
              .map(String)}
            fields={[]}
          />
        }
        below={
          canAsk && offers.rows.some(({ isSelfService }) => !isSelfService) ? (
            <div className="card grid gap-3 p-5">
              <p>{m.followups_ask_explained()}</p>
              <div>
                <Button name="intent" value="ask" busy={sending} busyText={m.followups_busy()}>
                  <Send aria-hidden size={20} strokeWidth={1.75} />
                  {m.followups_ask()}
                </Button>
              </div>
            </div>
          ) : null
        }
      />
      <Pagination
        page={offers.page}
        pages={offers.pageCount}
        to={(page) => `${paths.boardRequest(request.id)}?page=${page}`}
      />
    </section>
  )
}
