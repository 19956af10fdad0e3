/** What the company offered by itself, and what the schools said. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { formatDay } from '~/components/format'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import { topicWord } from '~/features/finder/ui/words'
import * as m from '~/paraglide/messages'
import type { OwnOffered } from '../queries/own-offered.server'
import { classWord, offeredStateWord, STATE_STATUS, schoolDeclineWord } from './words'

export function OwnOfferedList({ offered }: { readonly offered: readonly OwnOffered[] }) {
  if (offered.length === 0) return null
  return (
    <section aria-labelledby="offered">
      <h2 id="offered" className="text-xl">
        {m.proposals_offered_own()}
      </h2>
      <p className="mt-1 max-w-(--measure) text-ink-soft">{m.proposals_offered_own_text()}</p>
      <ul className="card mt-3 divide-y divide-line">
        {offered.map((one) => (
          <li key={one.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 p-4">
            <div className="min-w-0">
              <p>
                <b>{one.topics.map(topicWord).join(', ')}</b>, {classWord(one)},{' '}
                {m.proposals_around_place({ municipality: one.municipality })}
              </p>
              <p className="text-sm text-ink-soft">
                {m.proposals_offered_line({ offer: one.offerTitle, count: one.groups })} {detailOf(one)}
              </p>
              <p>
                <Link to={paths.newConversation(one)} className="link inline-flex min-h-11 items-center">
                  {m.conversations_ask_school()}
                  <span className="sr-only">: {one.offerTitle}</span>
                </Link>
              </p>
              {one.bookingId ? (
                <p>
                  <Link to={paths.booking(one.bookingId)} className="link inline-flex min-h-11 items-center">
                    {m.proposals_offered_booking()}
                  </Link>
                </p>
              ) : null}
            </div>
            <div className="grid justify-items-start gap-2 sm:justify-items-end">
              <StatusBadge status={STATE_STATUS[one.state]}>{offeredStateWord[one.state]()}</StatusBadge>
              {one.mayTakeBack ? (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="offered" value={one.id} />
                  <Button look="quiet" size="small" name="intent" value="take-back">
                    {m.proposals_offered_take_back()}
                    <span className="sr-only"> {one.offerTitle}</span>
                  </Button>
                </Form>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function detailOf({ state, dueOn, declineReason }: OwnOffered): string {
  if (state === 'sent') return m.proposals_offered_due({ day: formatDay(dueOn) })
  return declineReason ? m.proposals_offered_because({ reason: schoolDeclineWord[declineReason]() }) : ''
}
