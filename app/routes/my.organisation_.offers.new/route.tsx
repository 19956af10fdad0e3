import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { newOfferPage } from '~/features/offers/queries/offer-form.server'
import { FIELD_OF_ERROR, newOfferForm } from '~/features/offers/schemas'
import { OfferForm } from '~/features/offers/ui/offer-form'
import { createOffer } from '~/features/offers/use-cases/create-offer.server'
import { organisationOfOffer } from '~/features/phone-entries/queries/organisation-of-offer.server'
import { enterOffer } from '~/features/phone-entries/use-cases/enter-offer.server'
import type { OrganisationId } from '~/kernel/ids'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.offers_new_title())

const which = (request: Request) => new URL(request.url).searchParams.get('of')

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const page = await newOfferPage(wire(), await requireUser(request), which(request), getLocale())
    return { page, submissionKey: crypto.randomUUID() }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(
      request,
      newOfferForm,
      async ({ organisation, content, intent, submissionKey }) => {
        const organisationId = organisation as OrganisationId
        const publish = intent === 'publish'
        const offer = { organisationId, content, publish, submissionKey }
        const news = publish ? m.offers_news_published() : m.offers_news_drafted()
        if (actor.organisations.has(organisationId)) {
          await createOffer(wire(), actor, offer)
          return redirectWithNews(paths.myOrganisation({ of: organisation }), news)
        }
        const offerId = await enterOffer(wire(), actor, offer)
        const { slug } = await organisationOfOffer(wire().db, offerId)
        return redirectWithNews(paths.organisation(slug), m.phone_entered_offer_news())
      },
      { fieldOf: FIELD_OF_ERROR },
    )
  })
}

export default function NewOffer() {
  const { page, submissionKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <PageFrame
      title={m.offers_new_title()}
      lead={page.isForCompany ? page.organisation.name : m.offers_new_lead()}
    >
      <OfferForm page={page} reply={reply} submissionKey={submissionKey} />
    </PageFrame>
  )
}
