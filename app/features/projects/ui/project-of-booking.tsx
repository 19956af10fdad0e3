/** On the page of a booking: the project that it led to, or a press to begin it. */
import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { ProjectOfBooking as Facts } from '../queries/project-of-booking.server'

export function ProjectOfBooking({ facts, mayBegin }: { readonly facts: Facts; readonly mayBegin: boolean }) {
  const { bookingId, projectId } = facts
  if (projectId === null && !mayBegin) return null
  return (
    <section className="no-print card mt-6 p-5">
      <h2>{m.projects_from_booking()}</h2>
      <p className="mt-2">
        {projectId === null ? m.projects_from_booking_begin_text() : m.projects_from_booking_text()}
      </p>
      <div className="mt-4">
        {projectId === null ? (
          <Form method="post" action={`${paths.projects()}?index`}>
            <input type="hidden" name="booking" value={bookingId} />
            <Button look="second">{m.projects_from_booking_begin()}</Button>
          </Form>
        ) : (
          <ButtonLink look="second" to={paths.project(projectId)}>
            {m.projects_from_booking_open()}
          </ButtonLink>
        )}
      </div>
    </section>
  )
}
