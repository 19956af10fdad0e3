import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { ownSavedSearches } from '~/features/saved-searches/queries/saved-searches.server'
import { endSearchForm } from '~/features/saved-searches/schemas'
import { OwnSearchesScreen } from '~/features/saved-searches/ui/own-searches-screen'
import { endSavedSearch } from '~/features/saved-searches/use-cases/end-saved-search.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.searches_own_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => ownSavedSearches(wire(), await requireUser(request)))
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, endSearchForm, async ({ search }) => {
      await endSavedSearch(wire(), actor, search)
      return redirectWithNews(paths.accountSearches(), m.searches_ended_news())
    })
  })
}

export default function OwnSearches() {
  return <OwnSearchesScreen list={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
