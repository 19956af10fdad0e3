/** A box beside an offer of a list, and the form that takes the ticked ones to the page that compares them. */
import { Form } from '@remix-run/react'
import Columns3 from 'lucide-react/icons/columns-3'
import { Button } from '~/components/button'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import { COMPARED_MAX } from '../domain/compared'

const FORM = 'compare'

/** It belongs to the form below the list, wherever in the page it stands. */
export function CompareTick({ id, title }: { readonly id: string; readonly title: string }) {
  return (
    <label className="no-print mt-2 inline-flex min-h-11 items-center gap-2.5 text-sm">
      <input type="checkbox" form={FORM} name="offer" value={id} className="size-5" />
      {m.matchmaking_compare_tick()}
      <span className="sr-only">: {title}</span>
    </label>
  )
}

export function CompareForm() {
  return (
    <Form
      id={FORM}
      method="get"
      action={paths.compare()}
      className="no-print flex flex-wrap items-center gap-3"
    >
      <Button look="second" size="small">
        <Columns3 aria-hidden size={19} strokeWidth={1.75} />
        {m.matchmaking_compare_do()}
      </Button>
      <p className="text-sm text-ink-soft">{m.matchmaking_compare_hint({ max: COMPARED_MAX })}</p>
    </Form>
  )
}
