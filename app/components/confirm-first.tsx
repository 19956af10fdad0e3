/** The e-mail address is not confirmed yet: why it matters, and the mail once more. */
import { Form, Link } from '@remix-run/react'
import * as m from '~/paraglide/messages'
import { Button } from './button'
import { Notice } from './notices'
import { paths } from './paths'

export function ConfirmFirst() {
  return (
    <Notice tone="need">
      <p>{m.common_verify_first()}</p>
      <Form
        method="post"
        action={paths.account()}
        className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1"
      >
        <Button look="second" size="small" name="intent" value="confirm-again">
          {m.common_verify_again()}
        </Button>
        <Link to={paths.account()} className="link inline-flex min-h-11 items-center">
          {m.common_verify_account()}
        </Link>
      </Form>
    </Notice>
  )
}
