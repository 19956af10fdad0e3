/** What is done with an offer once in a while: pause it, copy it, archive it. Each says what it does before it is done. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { TextField } from '~/components/field'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { MyOffer } from '../queries/my-offers.server'

type Props = { readonly offer: MyOffer; readonly tomorrow: string }

export function OfferMore({ offer, tomorrow }: Props) {
  const { id, title, state, copyKey } = offer
  return (
    <details>
      <summary
        className="link inline-flex min-h-11 items-center text-sm"
        aria-label={m.offers_more_named({ title })}
      >
        {m.offers_more()}
      </summary>
      <div className="mt-2 grid gap-5 border-t border-line pt-4">
        {state === 'draft' ? null : (
          <p>
            <Link
              to={paths.offerVersions(id)}
              className="link inline-flex min-h-11 items-center"
              aria-label={m.offers_versions_link_named({ title })}
            >
              {m.offers_versions_link()}
            </Link>
          </p>
        )}
        {state === 'published' ? (
          <Form method="post" className="grid justify-items-start gap-3">
            <input type="hidden" name="offer" value={id} />
            <TextField
              field={{ id: `until-${id}`, name: 'until' }}
              type="date"
              min={tomorrow}
              label={m.offers_more_pause_until()}
              hint={m.offers_more_pause_hint()}
              width="w-48"
            />
            <Button
              look="second"
              size="small"
              name="intent"
              value="pause"
              aria-label={`${m.offers_more_pause()}: ${title}`}
            >
              {m.offers_more_pause()}
            </Button>
          </Form>
        ) : null}
        <Form method="post" className="grid justify-items-start gap-2">
          <input type="hidden" name="offer" value={id} />
          <input type="hidden" name="submissionKey" value={copyKey} />
          <p>{m.offers_more_copy_hint()}</p>
          <Button
            look="second"
            size="small"
            name="intent"
            value="copy"
            aria-label={`${m.offers_more_copy()}: ${title}`}
          >
            {m.offers_more_copy()}
          </Button>
        </Form>
        {state === 'archived' ? null : (
          <Form method="post" className="grid justify-items-start gap-2">
            <input type="hidden" name="offer" value={id} />
            <p>{m.offers_more_archive_hint()}</p>
            <Button
              look="second"
              size="small"
              name="intent"
              value="archive"
              aria-label={`${m.offers_more_archive()}: ${title}`}
            >
              {m.offers_more_archive()}
            </Button>
          </Form>
        )}
      </div>
    </details>
  )
}
