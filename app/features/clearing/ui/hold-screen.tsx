/** A held place: what it is, until when, and yes or no. The school's own page and the page behind the mail are the same. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatDay, formatDayAndTime, formatDuration, formatKm, formatPrice } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { type Status, StatusBadge } from '~/components/status-badge'
import { FactTable } from '~/components/title-block'
import { kindWord } from '~/features/finder/ui/words'
import * as m from '~/paraglide/messages'
import type { HeldPlace } from '../domain/held-place'
import type { HoldState } from '../domain/hold-states'
import { sharedWord } from '../domain/shared-word'

type Props = {
  readonly held: HeldPlace
  /** Of the mail; `null` on the page of the school itself. */
  readonly token: string | null
  readonly formErrors: readonly string[]
}

export function HoldScreen({ held, token, formErrors }: Props) {
  const { offer, request } = held
  const isOpen = held.state === 'offered' && !held.isLate
  return (
    <div className="page py-8 md:py-12">
      <div className="grid max-w-[48rem] gap-6">
        <div>
          <h1>{isOpen ? m.clearing_hold_title() : m.clearing_hold_title_past()}</h1>
          <p className="mt-3 text-lg text-ink-soft">
            {m.clearing_hold_lead({ request: request.title, school: held.schoolName })}
          </p>
        </div>
        <ErrorSummary formErrors={formErrors} fields={[]} />
        <article className="card grid gap-4 p-5 md:p-6">
          <StandBadge state={held.state} isLate={held.isLate} />
          <div>
            <h2>
              <Link to={paths.offer(offer.slug)} className="link">
                {offer.title}
              </Link>
            </h2>
            <p className="text-ink-soft">
              {offer.organisationName}, {offer.placeName}
            </p>
          </div>
          <p className="max-w-(--measure)">{offer.summary}</p>
          <FactTable facts={factsOf(held)} />
        </article>
        {isOpen ? <Answer held={held} token={token} /> : <Past held={held} />}
      </div>
    </div>
  )
}

const STAND: Readonly<Record<HoldState, { readonly status: Status; readonly word: () => string }>> = {
  offered: { status: 'held', word: m.clearing_stand_offered },
  accepted: { status: 'booked', word: m.clearing_stand_accepted },
  refused: { status: 'ended', word: m.clearing_stand_refused },
  expired: { status: 'ended', word: m.clearing_stand_expired },
  withdrawn: { status: 'ended', word: m.clearing_stand_withdrawn },
  declined: { status: 'ended', word: m.clearing_stand_declined },
}

function StandBadge({ state, isLate }: { readonly state: HoldState; readonly isLate: boolean }) {
  const { status, word } = STAND[state === 'offered' && isLate ? 'expired' : state]
  return (
    <div>
      <StatusBadge status={status}>{word()}</StatusBadge>
    </div>
  )
}

function factsOf({ offer, request, within, startTime, shared }: HeldPlace) {
  return [
    { label: m.clearing_fact_kind(), value: kindWord[offer.kind]() },
    {
      label: m.clearing_fact_group(),
      value: m.clearing_group_of({ group: request.group, groups: request.groups, pupils: request.groupSize }),
    },
    ...(shared ? [{ label: m.clearing_fact_shared(), value: sharedWord(shared) }] : []),
    {
      label: m.clearing_fact_when(),
      value:
        within.from === within.until
          ? formatDayAndTime(within.from, startTime)
          : m.clearing_within({ from: formatDay(within.from, true), until: formatDay(within.until, true) }),
    },
    ...(offer.durationMinutes === null
      ? []
      : [{ label: m.common_fact_duration(), value: formatDuration(offer.durationMinutes) }]),
    { label: m.common_fact_price(), value: formatPrice(offer.costCents) },
    ...(offer.distanceKm === null
      ? []
      : [{ label: m.clearing_fact_distance(), value: formatKm(offer.distanceKm) }]),
  ]
}

function Answer({ held, token }: Pick<Props, 'held' | 'token'>) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  return (
    <section aria-labelledby="answer" className="grid gap-4">
      <h2 id="answer">{m.clearing_hold_question()}</h2>
      <p className="max-w-(--measure)">
        {(held.isShared ? m.clearing_shared_until : m.clearing_mail_until)({
          day: formatDay(held.expiresOn, true),
        })}
      </p>
      <p className="max-w-(--measure)">
        {held.isShared ? m.clearing_shared_after() : m.clearing_mail_after()}
      </p>
      {held.request.isWhole ? <Notice tone="info">{m.clearing_whole_if_no()}</Notice> : null}
      {held.shared ? <Notice tone="info">{m.clearing_shared_if_no()}</Notice> : null}
      <Form method="post" className="flex flex-wrap gap-3">
        {token === null ? null : <input type="hidden" name="token" value={token} />}
        <Button name="answer" value="yes" busy={busy} busyText={m.clearing_busy()}>
          {m.clearing_hold_yes()}
        </Button>
        <Button name="answer" value="no" look="second" busy={busy} busyText={m.clearing_busy()}>
          {held.isShared ? m.clearing_shared_no() : m.clearing_hold_no()}
        </Button>
      </Form>
    </section>
  )
}

const PAST: Readonly<Record<Exclude<HoldState, 'offered'>, () => string>> = {
  accepted: m.clearing_past_accepted,
  refused: m.clearing_past_refused,
  expired: m.clearing_past_expired,
  withdrawn: m.clearing_past_withdrawn,
  declined: m.clearing_past_declined,
}

/** The place does not go on: the others have it. */
const PAST_SHARED: Readonly<Partial<typeof PAST>> = {
  refused: m.clearing_shared_refused,
  expired: m.clearing_shared_expired,
}

/** Of a request for all groups, what became of one place says something of the others. */
const LOST: readonly HoldState[] = ['refused', 'expired', 'declined']

function Past({ held }: Pick<Props, 'held'>) {
  const state = held.state === 'offered' ? 'expired' : held.state
  return (
    <div className="grid gap-4">
      <Notice tone={state === 'expired' ? 'need' : 'info'}>
        {((held.isShared ? PAST_SHARED[state] : undefined) ?? PAST[state])()}
      </Notice>
      {held.request.isWhole && LOST.includes(state) ? (
        <p className="max-w-(--measure)">{m.clearing_whole_lost()}</p>
      ) : null}
      <div>
        {held.bookingId ? (
          <ButtonLink to={paths.booking(held.bookingId)}>{m.clearing_to_booking()}</ButtonLink>
        ) : (
          <ButtonLink to={paths.request(held.request.id)} look="second">
            {m.clearing_mail_see_request()}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

/** After an answer by the link of the mail: what happens now, for somebody who has not signed in. */
export function HoldAnswered({ yes }: { readonly yes: boolean }) {
  return (
    <div className="page py-8 md:py-12">
      <div className="grid max-w-(--measure) gap-5">
        <h1>{yes ? m.clearing_answered_yes() : m.clearing_answered_no()}</h1>
        <p className="text-lg">{yes ? m.clearing_answered_yes_text() : m.clearing_answered_no_text()}</p>
        <p>
          <Link to={yes ? paths.bookings() : paths.requests()} className="link">
            {yes ? m.clearing_to_bookings() : m.clearing_to_requests()}
          </Link>
        </p>
      </div>
    </div>
  )
}
