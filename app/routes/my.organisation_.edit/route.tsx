import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { basicWords } from '~/features/offers/queries/vocabularies.server'
import { organisationForm } from '~/features/organisations/queries/organisation-form.server'
import { editOrganisationForm } from '~/features/organisations/schemas'
import { OrganisationForm } from '~/features/organisations/ui/organisation-form'
import { changeOrganisation } from '~/features/organisations/use-cases/change-organisation.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.organisations_edit_title())

/** When a colleague was first, the page needs the version that is now the newest. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

const which = (request: Request) => new URL(request.url).searchParams.get('of')

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { db } = wire()
    const organisation = await organisationForm(db, await actorOf(request), which(request))
    return { organisation, words: await basicWords(db, getLocale()) }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await actorOf(request)
    const { id } = await organisationForm(wire().db, actor, which(request))
    return submitForm(
      request,
      editOrganisationForm,
      async (asked) => {
        await changeOrganisation(wire(), actor, { id, ...asked })
        return redirectWithNews(paths.myOrganisation({ of: id }), m.organisations_news_saved())
      },
      { fieldOf: { 'organisation.postcode-unknown': 'postcode' } },
    )
  })
}

export default function EditOrganisation() {
  const { organisation, words } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { id, version, fields, name } = organisation
  return (
    <PageFrame title={m.organisations_edit_title()} lead={name} narrow>
      <OrganisationForm
        key={id}
        reply={reply}
        words={words}
        initial={{ ...fields, version: String(version) }}
        isNew={false}
        newest={version}
        back={paths.myOrganisation({ of: id })}
      />
    </PageFrame>
  )
}
