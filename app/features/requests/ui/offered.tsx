/** What companies offer to a request by themselves: yes or no by the school, and whether it wants such offers at all. */
import { Form, Link, useNavigation } from '@remix-run/react'
import Check from 'lucide-react/icons/check'
import { Button } from '~/components/button'
import { ChoiceRows, Fieldset, Select } from '~/components/field'
import { formatDay } from '~/components/format'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import { SCHOOL_DECLINE_REASONS } from '~/features/proposals/domain/offered'
import { type Reply, replyField } from '~/features/proposals/ui/reply-field'
import {
  offeredDaysWord,
  offeredStateWord,
  STATE_STATUS,
  schoolDeclineWord,
} from '~/features/proposals/ui/words'
import * as m from '~/paraglide/messages'
import type { OfferedRow, RequestPage } from '../queries/request-page.server'

type Props = {
  readonly request: RequestPage
  /** Absent where nobody answers: a coordinator only reads. */
  readonly reply?: Reply
  readonly mayAnswer: boolean
}

export function Offered({ request, reply, mayAnswer }: Props) {
  const { offered } = request
  if (offered.length === 0) return null
  const waits = offered.some(({ state }) => state === 'sent')
  return (
    <section
      aria-labelledby="offered"
      className={waits && mayAnswer ? 'card border-l-4 border-l-need p-5' : ''}
    >
      <h2 id="offered">
        {waits ? m.requests_offered({ count: offered.filter(isOpen).length }) : m.requests_offered_before()}
      </h2>
      <ul className="mt-3 divide-y divide-line">
        {offered.map((one) => (
          <li key={one.id} className="py-4 first:pt-0 last:pb-0">
            <What offered={one} />
            {mayAnswer && isOpen(one) ? (
              <Answers
                offered={one}
                unplaced={request.unplaced}
                reply={reply?.initialValue?.offered === one.id ? reply : undefined}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

const isOpen = ({ state }: OfferedRow) => state === 'sent'

function What({ offered }: { readonly offered: OfferedRow }) {
  const { state, declineReason } = offered
  const days = offeredDaysWord(offered)
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <h3 className="text-lg">
          {offered.isThere ? (
            <Link to={paths.offer(offered.offerSlug)} className="link">
              {offered.offerTitle}
            </Link>
          ) : (
            offered.offerTitle
          )}
        </h3>
        <p>
          <Link to={paths.organisation(offered.organisationSlug)} className="link">
            {offered.organisationName}
          </Link>
          {' · '}
          {m.requests_offered_groups({ count: offered.groups })}
        </p>
        {days ? <p>{m.requests_offered_days({ days })}</p> : null}
        {offered.message ? <p className="mt-1 wrap-break-word">“{offered.message}”</p> : null}
        <p className="text-sm text-ink-soft">
          {state === 'sent' ? m.requests_due({ day: formatDay(offered.dueOn) }) : null}
          {declineReason && declineReason in schoolDeclineWord
            ? schoolDeclineWord[declineReason as keyof typeof schoolDeclineWord]()
            : null}
        </p>
      </div>
      <StatusBadge status={STATE_STATUS[state]}>
        {state === 'sent' ? m.requests_offered_state_sent() : offeredStateWord[state]()}
      </StatusBadge>
    </div>
  )
}

type AnswersProps = {
  readonly offered: OfferedRow
  readonly unplaced: number
  readonly reply: Reply
}

function Answers({ offered, unplaced, reply }: AnswersProps) {
  const { id, offerTitle: title, groups } = offered
  const busy = useNavigation().state === 'submitting'
  const most = Math.min(groups, unplaced)
  const field = (name: string, start?: string) => {
    const known = replyField(reply, name, start)
    return { ...known, id: `${known.id}-${id}` }
  }
  const reason = field('reason')
  if (!offered.isThere) return <p className="mt-2">{m.error_proposal_offered_gone()}</p>
  if (most === 0) return <p className="mt-2">{m.requests_offered_no_group()}</p>
  return (
    <div className="mt-3 grid gap-3">
      <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="offered" value={id} />
        {most > 1 ? (
          <Select
            field={field('groups', String(most))}
            label={m.requests_offered_how_many()}
            options={Array.from({ length: most }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
            width="w-28"
          />
        ) : null}
        {offered.days.length > 0 ? (
          <Select
            field={field('day', offered.days[0])}
            label={m.requests_offered_day()}
            options={[
              ...offered.days.map((day) => ({ value: day, label: formatDay(day, true) })),
              { value: 'later', label: m.requests_offered_later() },
            ]}
            width="w-64 max-w-full"
          />
        ) : null}
        <Button name="intent" value="accept-offered" busy={busy} busyText={m.requests_busy_sending()}>
          <Check aria-hidden size={20} strokeWidth={1.75} />
          {m.requests_offered_yes()}
          <span className="sr-only"> {title}</span>
        </Button>
      </Form>
      <details open={reason.errors !== undefined}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-act-text underline decoration-1 underline-offset-[.22em]">
          {m.requests_offered_no()}
          <span className="sr-only"> {title}</span>
        </summary>
        <Form method="post" preventScrollReset noValidate className="mt-2 grid justify-items-start gap-3">
          <input type="hidden" name="offered" value={id} />
          <Fieldset
            field={reason}
            legend={m.requests_offered_why_not()}
            hint={m.requests_offered_why_not_hint()}
          >
            <ChoiceRows
              field={reason}
              kind="radio"
              columns
              options={SCHOOL_DECLINE_REASONS.map((value) => ({ value, label: schoolDeclineWord[value]() }))}
            />
          </Fieldset>
          <Button look="second" size="small" name="intent" value="decline-offered">
            {m.requests_offered_no_send()}
          </Button>
        </Form>
      </details>
    </div>
  )
}

/** Whether companies may offer something by themselves. */
export function OfferedSwitch({ request }: { readonly request: RequestPage }) {
  if (!request.mayEdit || !request.isRunning || request.unplaced === 0) return null
  const { refusesOffers } = request
  return (
    <section className="card p-5" aria-labelledby="offers-of-companies">
      <h2 id="offers-of-companies" className="text-lg">
        {m.requests_offers_of_companies()}
      </h2>
      <p className="mt-1">{refusesOffers ? m.requests_offers_refused() : m.requests_offers_allowed()}</p>
      <Form method="post" preventScrollReset className="mt-3">
        <Button
          look="second"
          size="small"
          name="intent"
          value={refusesOffers ? 'allow-offers' : 'refuse-offers'}
        >
          {refusesOffers ? m.requests_offers_allow() : m.requests_offers_refuse()}
        </Button>
      </Form>
    </section>
  )
}
