/** The honest place on the waiting list, before anything is sent, and what would help. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { formatDay } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import type { Help } from '~/features/matchmaking/domain/what-helps'
import type { Meanwhile } from '~/features/matchmaking/queries/offers-for-request.server'
import * as m from '~/paraglide/messages'
import type { RequestPage, WaitingPlace } from '../queries/request-page.server'
import { helpText } from './help-text'
import { waitingReasonWord } from './words'

type Props = {
  readonly request: RequestPage
  readonly helps: readonly Help[]
  readonly meanwhile: readonly Meanwhile[]
}

export function WaitingCard({ request, helps, meanwhile }: Props) {
  const { waiting, waitingReason, unplaced } = request
  if (!request.isRunning || unplaced === 0 || !waiting) return null
  const isWaiting = waitingReason !== null
  const figures = { place: waiting.place, of: waiting.of, region: waiting.regionName }
  return (
    <section className="card p-5" aria-labelledby="waiting">
      <h2 id="waiting" className="text-lg">
        <StatusBadge status="waiting">
          {isWaiting ? m.requests_you_wait() : m.requests_if_nobody()}
        </StatusBadge>
      </h2>
      <p className="mt-3">{isWaiting ? m.requests_place_now(figures) : m.requests_place_then(figures)}</p>
      {waiting.longestWeeks > 0 ? (
        <p className="mt-1">{m.requests_longest({ count: waiting.longestWeeks })}</p>
      ) : null}
      <p className="mt-1">{paceText(waiting)}</p>
      {waitingReason ? <p className="mt-1">{waitingReasonWord[waitingReason]()}</p> : null}
      <p className="mt-1">{m.requests_freed_first()}</p>
      <StillWanted request={request} />
      {helps.length > 0 ? (
        <>
          <h3 className="mt-4 text-base">{m.requests_helps()}</h3>
          <ul className="mt-1 list-disc pl-5">
            {helps.map((help) => (
              <li key={help.change}>{helpText(help)}</li>
            ))}
          </ul>
          <p className="mt-1 text-sm text-ink-soft">{m.requests_helps_nobody_loses()}</p>
        </>
      ) : null}
      {meanwhile.length > 0 ? (
        <>
          <h3 className="mt-4 text-base">{m.requests_meanwhile()}</h3>
          <ul className="mt-1 list-disc pl-5">
            {meanwhile.map(({ id, slug, title, organisationName, location }) => (
              <li key={id}>
                <Link to={paths.offer(slug)} className="link">
                  {title}
                </Link>
                <span className="block text-sm text-ink-soft">
                  {organisationName},{' '}
                  {location === 'online' ? m.requests_meanwhile_online() : m.requests_meanwhile_download()}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {request.mayEdit ? (
        <div className="mt-3">
          <Link to={paths.editRequest(request.id)} className="link inline-flex min-h-11 items-center">
            {m.requests_edit()}
          </Link>
          <Form method="post" preventScrollReset>
            <Button look="second" size="small" name="intent" value={isWaiting ? 'leave-list' : 'wait'}>
              {isWaiting ? m.requests_leave_list() : m.requests_wait()}
            </Button>
          </Form>
        </div>
      ) : null}
    </section>
  )
}

/** How fast the list moves, as it did; nobody can promise more. */
function paceText({ lately, expectedWeeks, regionName: region }: WaitingPlace): string {
  if (expectedWeeks === null) return m.requests_pace_none({ region })
  const count = lately
  return expectedWeeks > 52
    ? m.requests_pace_long({ count, region })
    : `${m.requests_pace({ count, region })} ${m.requests_pace_weeks({ count: expectedWeeks })}`
}

/** The question of the mail, for who reads it here. */
function StillWanted({ request: { stillAsked, mayEdit } }: Pick<Props, 'request'>) {
  if (stillAsked === null) return null
  const { answerBy } = stillAsked
  return (
    <div className="mt-4">
      <Notice tone="need">
        <p className="font-[650]">{m.requests_still_title()}</p>
        {answerBy ? <p>{m.requests_mail_still_until({ day: formatDay(answerBy, true) })}</p> : null}
        {mayEdit ? (
          <Form method="post" preventScrollReset className="mt-2">
            <Button look="second" size="small" name="intent" value="still-wanted">
              {m.requests_still_yes()}
            </Button>
          </Form>
        ) : null}
      </Notice>
    </div>
  )
}
