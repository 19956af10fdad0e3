/** A new offer begins with what it is; its draft is made when that is saved. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { newOfferPage } from '~/features/offers/queries/offer-form.server'
import { FIELD_OF_ERROR, newOfferForm } from '~/features/offers/schemas'
import { OfferStepForm } from '~/features/offers/ui/offer-step-form'
import { createOffer } from '~/features/offers/use-cases/create-offer.server'
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
    const of = which(request)
    const page = await newOfferPage(wire(), await requireUser(request), of, getLocale())
    if (page.isForCompany) throw redirect(paths.newOffer(page.organisation.id))
    return { page, submissionKey: crypto.randomUUID() }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(
      request,
      newOfferForm,
      async ({ organisation, content, submissionKey }) => {
        const organisationId = organisation as OrganisationId
        const offer = { organisationId, content, publish: false, submissionKey }
        const id = await createOffer(wire(), actor, offer)
        return redirectWithNews(paths.offerStep(id, 'who'), m.offers_news_drafted())
      },
      { fieldOf: FIELD_OF_ERROR },
    )
  })
}

export default function BeginOffer() {
  const { page, submissionKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <PageFrame title={m.offers_new_title()} lead={m.offers_begin_lead()}>
      <p className="-mt-3 mb-6">
        <Link
          to={paths.newOffer(page.organisation.id)}
          className="link inline-flex min-h-11 items-center text-sm"
        >
          {m.offers_begin_one_page()}
        </Link>
      </p>
      <OfferStepForm page={page} step="what" reply={reply} submissionKey={submissionKey} suggested={[]} />
    </PageFrame>
  )
}
