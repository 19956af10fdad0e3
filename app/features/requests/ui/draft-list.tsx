/** What was begun and not posted: gone on with or thrown away. */
import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { formatDay } from '~/components/format'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { DraftRow } from '../queries/my-drafts.server'
import { stepWord } from './words'

export function DraftList({ drafts }: { readonly drafts: readonly DraftRow[] }) {
  if (drafts.length === 0) return null
  return (
    <section className="mt-8" aria-labelledby="drafts">
      <h2 id="drafts">{m.requests_drafts()}</h2>
      <p className="text-ink-soft">{m.requests_drafts_hint()}</p>
      <ul aria-labelledby="drafts" className="card mt-3 divide-y divide-line">
        {drafts.map(({ id, title, step, touchedOn }) => {
          const name = title || m.requests_draft_untitled()
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4">
              <div className="min-w-0">
                <p className="text-lg font-[650] wrap-anywhere">{name}</p>
                <p className="text-sm text-ink-soft">
                  {m.requests_draft_at({ step: stepWord[step](), day: formatDay(touchedOn) })}
                </p>
              </div>
              <div className="flex flex-wrap items-center gap-3">
                <ButtonLink to={paths.requestDraft(id)} look="second" size="small">
                  {m.requests_draft_go_on()}
                  <span className="sr-only">: {name}</span>
                </ButtonLink>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="draft" value={id} />
                  <Button look="quiet" size="small">
                    {m.requests_draft_drop()}
                    <span className="sr-only">: {name}</span>
                  </Button>
                </Form>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
