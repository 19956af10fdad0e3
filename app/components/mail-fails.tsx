/** Mails to the reader's address do not arrive: said where no mail is needed. */
import { Link } from '@remix-run/react'
import * as m from '~/paraglide/messages'
import { Notice } from './notices'
import { paths } from './paths'

export function MailFails() {
  return (
    <Notice tone="need">
      <p>{m.common_mail_fails()}</p>
      <Link to={paths.notificationSettings()} className="link inline-flex min-h-11 items-center">
        {m.common_mail_fails_what()}
      </Link>
    </Notice>
  )
}
