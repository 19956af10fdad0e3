/** For somebody who works at no school: whose pages these are, and the way to them. */
import { Form } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'

type Props = {
  /** The school for which a request was filled in before the sign-in; it is kept. */
  readonly kept?: { readonly id: string; readonly name: string } | null
}

export function NoSchool({ kept = null }: Props) {
  if (kept)
    return (
      <PageFrame title={m.requests_kept_title()} narrow>
        <p>{m.requests_kept_text({ school: kept.name })}</p>
        <Form method="post" action={paths.accountSchool()} className="mt-5">
          <input type="hidden" name="branchId" value={kept.id} />
          <Button name="intent" value="join">
            {m.requests_kept_join({ school: kept.name })}
          </Button>
        </Form>
        <p className="mt-4">
          <ButtonLink look="quiet" size="small" to={paths.accountSchool()}>
            {m.requests_kept_other()}
          </ButtonLink>
        </p>
      </PageFrame>
    )
  return (
    <PageFrame title={m.requests_no_school_title()} narrow>
      <p>{m.requests_no_school_text()}</p>
      <ButtonLink to={paths.accountSchool()} className="mt-5">
        {m.requests_choose_school()}
      </ButtonLink>
    </PageFrame>
  )
}
