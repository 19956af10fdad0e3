/** What an offer said before, and the way back to it. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { formProblems } from '~/components/form-problems'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { offerVersionsPage } from '~/features/offers/queries/offer-versions.server'
import { putBackForm } from '~/features/offers/schemas'
import { OfferVersionsScreen } from '~/features/offers/ui/offer-versions-screen'
import { putBackOffer } from '~/features/offers/use-cases/put-back-offer.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.offers_versions_title())

/** When a colleague was first, the page shows what they changed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () =>
    offerVersionsPage(wire(), await requireUser(request), params.id ?? '', getLocale()),
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(request, putBackForm, async (asked) => {
      await putBackOffer(wire(), actor, { id, ...asked })
      return redirectWithNews(paths.offerVersions(id), m.offers_versions_news())
    })
  })
}

export default function OfferVersions() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <PageFrame title={m.offers_versions_title()} lead={page.title}>
      <OfferVersionsScreen page={page} problems={formProblems(reply, [])} />
    </PageFrame>
  )
}
