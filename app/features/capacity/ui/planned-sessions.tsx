/** The dry run: which sessions would be made, to untick and to add; and which days would not, with why. */
import { Form } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Button } from '~/components/button'
import { formatClock, formatDay, formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import * as m from '~/paraglide/messages'
import { keyOf, type PlannedSession } from '../domain/session-plan'
import type { SessionsPlan } from '../queries/planned-sessions.server'
import { skippedWord } from './words'

export function PlannedSessions({ plan, here }: { readonly plan: SessionsPlan; readonly here: string }) {
  const made = plan.sessions.filter(({ skipped }) => skipped === null)
  const skipped = plan.sessions.filter((session) => session.skipped !== null)
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that asked stands further down: what it gives is where the reader goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each plan is a new one
  useEffect(() => heading.current?.focus(), [plan])
  return (
    <section aria-labelledby="plan" className="card grid gap-4 p-4 sm:p-5">
      <h2 id="plan" ref={heading} tabIndex={-1}>
        {m.capacity_plan({ count: made.length })}
      </h2>
      {plan.isCut ? <Notice tone="need">{m.capacity_plan_cut()}</Notice> : null}
      {made.length > 0 ? (
        <Form method="post" action={here} className="grid justify-items-start gap-3">
          <input type="hidden" name="places" value={plan.places} />
          <p>{m.capacity_plan_hint({ count: plan.places, places: formatNumber(plan.places) })}</p>
          <ul className="grid w-full gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
            {made.map((session) => (
              <li key={keyOf(session)}>
                <label className="flex min-h-11 items-start gap-3 pt-2.5 pb-1.5">
                  <input
                    type="checkbox"
                    name="sessions"
                    value={keyOf(session)}
                    defaultChecked
                    className="mt-0.5 size-5 shrink-0"
                  />
                  <span>{momentWord(session)}</span>
                </label>
              </li>
            ))}
          </ul>
          <Button name="intent" value="add">
            {m.capacity_plan_add()}
          </Button>
        </Form>
      ) : (
        <p>{m.capacity_plan_none()}</p>
      )}
      {skipped.length > 0 ? (
        <div>
          <h3 className="text-md">{m.capacity_plan_skipped({ count: skipped.length })}</h3>
          <ul className="mt-1 list-disc pl-5 text-sm">
            {skipped.map((session, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same moment may stand there twice
              <li key={i}>
                {momentWord(session)}: {session.skipped ? skippedWord[session.skipped]() : ''}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

function momentWord({ day, startTime, name }: PlannedSession): string {
  const moment = startTime ? `${formatDay(day)}, ${formatClock(startTime)}` : formatDay(day)
  return name ? `${moment} · ${name}` : moment
}
