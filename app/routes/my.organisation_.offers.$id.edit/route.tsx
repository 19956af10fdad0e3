import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { editOfferPage } from '~/features/offers/queries/offer-form.server'
import { editOfferForm, FIELD_OF_ERROR } from '~/features/offers/schemas'
import { OfferForm } from '~/features/offers/ui/offer-form'
import { changeOffer } from '~/features/offers/use-cases/change-offer.server'
import { organisationOfOffer } from '~/features/phone-entries/queries/organisation-of-offer.server'
import { changeForCompany } from '~/features/phone-entries/use-cases/enter-offer.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.offers_edit_title())

/** When a colleague was first, the page needs the version that is now the newest. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () =>
    editOfferPage(wire(), await requireUser(request), params.id ?? '', getLocale()),
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(
      request,
      editOfferForm,
      async ({ version, content, intent }) => {
        const change = { id: params.id ?? '', version, content, publish: intent === 'publish' }
        const organisation = await organisationOfOffer(wire().db, change.id)
        if (!actor.organisations.has(organisation.id)) {
          await changeForCompany(wire(), actor, change)
          return redirectWithNews(paths.organisation(organisation.slug), m.phone_changed_offer_news())
        }
        const { state, organisationId } = await changeOffer(wire(), actor, change)
        return redirectWithNews(paths.myOrganisation({ of: organisationId }), NEWS[state]())
      },
      { fieldOf: FIELD_OF_ERROR },
    )
  })
}

const NEWS = {
  draft: m.offers_news_drafted,
  published: m.offers_news_published,
  paused: m.offers_news_saved,
  archived: m.offers_news_saved,
} as const

export default function EditOffer() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <PageFrame title={m.offers_edit_title()} lead={page.organisation.name}>
      <OfferForm key={page.offer?.id} page={page} reply={reply} submissionKey={null} />
    </PageFrame>
  )
}
