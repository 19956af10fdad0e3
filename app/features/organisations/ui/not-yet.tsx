/** Who has not confirmed the address reads why the form is not there yet; how to, the notice above every page says. */
import { Link } from '@remix-run/react'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'

export function NotYet() {
  return (
    <PageFrame title={m.organisations_new_title()} lead={m.error_organisation_verify_email_first()} narrow>
      <div className="grid gap-4">
        <p>{m.organisations_new_not_yet()}</p>
        <p>
          <Link
            to={paths.newOrganisation()}
            reloadDocument
            className="link inline-flex min-h-11 items-center"
          >
            {m.organisations_new_confirmed()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}
