import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import * as z from 'zod'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { requestPage } from '~/features/requests/queries/request-page.server'
import { withdrawRequest } from '~/features/requests/use-cases/withdraw-request.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  { title: `${m.requests_withdraw_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const page = await requestPage(wire().db, await requireUser(request), wire().clock.now(), params.id ?? '')
    return { id: page.id, title: page.need.title }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const page = await requestPage(wire().db, actor, wire().clock.now(), params.id ?? '')
    return submitForm(request, z.object({}), async () => {
      await withdrawRequest(wire(), actor, page.id)
      return redirectWithNews(paths.request(page.id), m.requests_withdrawn_news())
    })
  })
}

export default function Withdraw() {
  const { id, title } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <PageFrame title={m.requests_withdraw_title()} narrow lead={title}>
      <ErrorSummary formErrors={reply?.error?.[''] ?? []} fields={[]} />
      <p className="my-4">{m.requests_withdraw_text()}</p>
      <Form method="post" className="flex flex-wrap gap-3">
        <ButtonLink look="second" to={paths.request(id)}>
          {m.requests_withdraw_no()}
        </ButtonLink>
        <Button look="danger">{m.requests_withdraw_yes()}</Button>
      </Form>
    </PageFrame>
  )
}
