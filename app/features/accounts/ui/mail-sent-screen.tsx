/** After a form that ends in a mail: the same words whether the address has an account or not. */
import { Link } from '@remix-run/react'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'

type Props = {
  readonly text: string
  /** Back to the form. */
  readonly again: { readonly to: string; readonly label: string }
  /** Whether the mails of this site can be read on it. */
  readonly showsMails: boolean
}

export function MailSentScreen({ text, again, showsMails }: Props) {
  return (
    <PageFrame title={m.accounts_sent_title()} lead={text} narrow>
      <div className="grid gap-4">
        {showsMails ? (
          <p>
            <Link to={paths.devMail()} className="link">
              {m.accounts_sent_to_mails()}
            </Link>
          </p>
        ) : null}
        <p>{m.accounts_sent_nothing()}</p>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <Link to={again.to} className="link py-1">
            {again.label}
          </Link>
          <Link to={paths.signIn()} className="link py-1">
            {m.accounts_to_sign_in()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}
