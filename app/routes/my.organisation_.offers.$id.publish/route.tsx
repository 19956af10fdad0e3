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
import { makePreviewLink, withdrawPreviewLink } from '~/features/offers/use-cases/preview-link.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.offers_step_publish())

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const page = await publishPage(wire(), await requireUser(request), params.id ?? '', getLocale())
    return { page, origin: wire().env.ORIGIN }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    const intent = (await readForm(request)).get('intent')
    if (intent === 'link') {
      await makePreviewLink(wire(), actor, id)
      return redirectWithNews(`${paths.offerStep(id, 'publish')}#link`, m.offers_link_news_made())
    }
    if (intent === 'withdraw') {
      await withdrawPreviewLink(wire(), actor, id)
      return redirectWithNews(paths.offerStep(id, 'publish'), m.offers_link_news_withdrawn())
    }
    try {
      await moveOffer(wire(), actor, { id, move: 'publish' })
      return redirectWithNews(paths.myOrganisation(), m.offers_news_published())
    } catch (error) {
      const { text, status } = refusalOf(error)
      return data({ problems: [text] }, { status })
    }
  })
}

export default function PublishOffer() {
  const { page, origin } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const title = page.form.fields.title
  return (
    <PageFrame title={m.offers_step_publish()} lead={typeof title === 'string' ? title : ''}>
      <PublishStep page={page} origin={origin} problems={reply?.problems ?? []} />
    </PageFrame>
  )
}
