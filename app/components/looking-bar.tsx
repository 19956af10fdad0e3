/** Above every page while an administrator looks through somebody's eyes: with whom, until when, and the way out. */
import { Form } from '@remix-run/react'
import * as m from '~/paraglide/messages'
import { Button } from './button'
import { formatMoment } from './format'
import { paths } from './paths'

export function LookingBar({ name, until }: { readonly name: string; readonly until: string }) {
  return (
    <section aria-label={m.administration_look()} className="no-print border-b-2 border-need bg-need-soft">
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
        <p className="font-[650] wrap-anywhere">
          {m.administration_looking({ name, time: formatMoment(new Date(until)) })}
        </p>
        <Form method="post" action={paths.adminLooking()}>
          <Button look="second" size="small">
            {m.administration_looking_end()}
          </Button>
        </Form>
      </div>
    </section>
  )
}
