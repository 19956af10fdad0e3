/** The last step of an offer: look and publish. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { publishPage } from '~/features/offers/queries/publish-page.server'
import { PublishStep } from '~/features/offers/ui/publish-step'
import { moveOffer } from '~/features/offers/use-cases/move-offer.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { refusalOf } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.offers_step_publish())

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () =>
    publishPage(wire(), await requireUser(request), params.id ?? '', getLocale()),
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    try {
      await moveOffer(wire(), actor, { id: params.id ?? '', move: 'publish' })
      return redirectWithNews(paths.myOrganisation(), m.offers_news_published())
    } catch (error) {
      const { text, status } = refusalOf(error)
      return data({ problems: [text] }, { status })
    }
  })
}

export default function PublishOffer() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const title = page.form.fields.title
  return (
    <PageFrame title={m.offers_step_publish()} lead={typeof title === 'string' ? title : ''}>
      <PublishStep page={page} problems={reply?.problems ?? []} />
    </PageFrame>
  )
}
