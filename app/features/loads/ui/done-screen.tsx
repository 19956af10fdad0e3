/** What became of a load, and how to undo it. */
import { Form, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { LoadPage } from '../queries/load-page.server'
import { LoadRows } from './load-rows'
import { shown } from './load-words'

export function DoneScreen({ page }: { readonly page: LoadPage }) {
  const { states, counts } = page
  if (page.isForgotten) return <p>{m.loads_forgotten()}</p>
  const isUndone = page.state === 'undone'
  return (
    <div className="grid gap-6">
      <div className="grid max-w-(--measure) gap-1">
        {isUndone ? <p>{m.loads_undone_text(shown(states.undone))}</p> : null}
        {isUndone && states.kept > 0 ? <p>{m.loads_undone_kept(shown(states.kept))}</p> : null}
        {isUndone ? null : <p>{m.loads_done_loaded(shown(states.loaded))}</p>}
        {page.drafts > 0 ? <p>{m.loads_done_drafts(shown(page.drafts))}</p> : null}
        {states.failed > 0 ? <p>{m.loads_done_failed(shown(states.failed))}</p> : null}
        {!isUndone && counts.wrong > 0 ? <p>{m.loads_done_left_out(shown(counts.wrong))}</p> : null}
      </div>
      {page.asPartner ? null : (
        <div>
          <ButtonLink to={paths.myOrganisation({ of: page.organisation.id })}>
            {m.loads_done_to_offers()}
          </ButtonLink>
        </div>
      )}
      <LoadRows
        page={page}
        choices={[
          { show: 'failed' as const, count: states.failed },
          { show: 'kept' as const, count: states.kept },
          { show: 'wrong' as const, count: counts.wrong },
        ].filter(({ count }) => count > 0)}
      />
      {page.canUndo ? <Undo /> : null}
    </div>
  )
}

function Undo() {
  const busy = useNavigation().state === 'submitting'
  return (
    <section className="max-w-(--measure)">
      <h2>{m.loads_undo_title()}</h2>
      <p className="mt-1">{m.loads_undo_text()}</p>
      <Form method="post" className="mt-3">
        <Button look="second" name="intent" value="undo" busy={busy}>
          {m.loads_undo()}
        </Button>
      </Form>
    </section>
  )
}
