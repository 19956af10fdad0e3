import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { basicWords } from '~/features/offers/queries/vocabularies.server'
import { mayStart } from '~/features/organisations/queries/organisation-form.server'
import { newOrganisationForm } from '~/features/organisations/schemas'
import { NotYet } from '~/features/organisations/ui/not-yet'
import { OrganisationForm } from '~/features/organisations/ui/organisation-form'
import { createOrganisation } from '~/features/organisations/use-cases/create-organisation.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.organisations_new_title(), m.organisations_new_lead())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    if (!mayStart(await actorOf(request))) return { words: null, submissionKey: '' }
    return { words: await basicWords(wire().db, getLocale()), submissionKey: crypto.randomUUID() }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await actorOf(request)
    return submitForm(
      request,
      newOrganisationForm,
      async (asked) => {
        const of = await createOrganisation(wire(), actor, asked)
        return redirectWithNews(paths.myOrganisation({ of }), m.organisations_news_created())
      },
      { fieldOf: { 'organisation.postcode-unknown': 'postcode' } },
    )
  })
}

export default function NewOrganisation() {
  const { words, submissionKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (words === null) return <NotYet />
  return (
    <PageFrame title={m.organisations_new_title()} lead={m.organisations_new_lead()} narrow>
      <OrganisationForm
        reply={reply}
        words={words}
        initial={{ submissionKey }}
        isNew
        back={paths.myOrganisation()}
      />
    </PageFrame>
  )
}
