/** On the company's own page, while its offers are hidden because no school got an answer. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'

export function SilenceCard({
  organisationId,
  mayEdit,
}: {
  readonly organisationId: string
  readonly mayEdit: boolean
}) {
  return (
    <Notice tone="need">
      <p className="font-[650]">{m.silence_card_title()}</p>
      <p className="mt-1">{m.silence_card_text()}</p>
      {mayEdit ? (
        <Form method="post" action={paths.silence()} className="mt-3">
          <input type="hidden" name="organisation" value={organisationId} />
          <Button>{m.silence_bring_back()}</Button>
        </Form>
      ) : null}
    </Notice>
  )
}
