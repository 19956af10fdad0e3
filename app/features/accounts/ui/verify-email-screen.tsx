/** The link of the mail shows what it would do; the button does it, so that a mail program that opens links confirms nothing. */
import { Form, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { LinkState } from '../queries/link-state.server'

type Props = { readonly state: LinkState; readonly token: string }

export function VerifyEmailScreen({ state, token }: Props) {
  const busy = useNavigation().state === 'submitting'
  if (state === 'done')
    return (
      <PageFrame title={m.accounts_verify_done_title()} lead={m.accounts_verify_done_text()} narrow>
        <ButtonLink to={paths.account()}>{m.accounts_verify_done_button()}</ButtonLink>
      </PageFrame>
    )
  if (state === 'gone')
    return (
      <PageFrame title={m.accounts_link_gone_title()} lead={m.accounts_link_gone_verify()} narrow>
        <ButtonLink to={paths.signIn(paths.account())}>{m.accounts_to_sign_in()}</ButtonLink>
      </PageFrame>
    )
  return (
    <PageFrame title={m.accounts_verify_title()} lead={m.accounts_verify_text()} narrow>
      <Form method="post" className="grid gap-6">
        <input type="hidden" name="token" value={token} />
        <div>
          <Button busy={busy} busyText={m.accounts_busy()}>
            {m.accounts_verify_button()}
          </Button>
        </div>
        <p className="text-ink-soft">{m.accounts_verify_not_you()}</p>
      </Form>
    </PageFrame>
  )
}
