/** A link of a mail shows what it would do; the button does it, so that a program that opens links does nothing. */
import { Form, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { type FormReply, problemsOf } from './form-reply'

type Props = {
  readonly isOpen: boolean
  readonly token: string
  readonly title: string
  readonly text: string
  readonly button: string
  readonly goneText: string
  readonly goneTo: { readonly to: string; readonly label: string }
  readonly reply: FormReply
}

export function LinkScreen({ isOpen, token, title, text, button, goneText, goneTo, reply }: Props) {
  const busy = useNavigation().state === 'submitting'
  if (!isOpen)
    return (
      <PageFrame title={m.accounts_link_gone_title()} lead={goneText} narrow>
        <ButtonLink to={goneTo.to}>{goneTo.label}</ButtonLink>
      </PageFrame>
    )
  return (
    <PageFrame title={title} lead={text} narrow>
      <Form method="post" className="grid gap-6">
        <ErrorSummary formErrors={problemsOf(reply)} fields={[]} />
        <input type="hidden" name="token" value={token} />
        <div>
          <Button name="intent" value="use" busy={busy} busyText={m.accounts_busy()}>
            {button}
          </Button>
        </div>
      </Form>
    </PageFrame>
  )
}
