/** For somebody who works at no school: whose pages these are, and the way to them. */
import { ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'

export function NoSchool() {
  return (
    <PageFrame title={m.requests_no_school_title()} narrow>
      <p>{m.requests_no_school_text()}</p>
      <ButtonLink to={paths.accountSchool()} className="mt-5">
        {m.requests_choose_school()}
      </ButtonLink>
    </PageFrame>
  )
}
