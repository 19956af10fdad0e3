import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { searchesOfLink } from '~/features/saved-searches/queries/saved-searches.server'
import { endByLinkForm } from '~/features/saved-searches/schemas'
import { EndSearchesScreen } from '~/features/saved-searches/ui/answer-screens'
import { endSavedSearchesByLink } from '~/features/saved-searches/use-cases/answer-link.server'
import * as m from '~/paraglide/messages'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  ...pageMeta(m.searches_end_title()),
  { name: 'robots', content: 'noindex' },
]

const tokenOf = (request: Request) => new URL(request.url).searchParams.get('token') ?? ''

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, () => searchesOfLink(wire(), 'end-saved-searches', tokenOf(request)))
}

/** The page is drawn again, with what is left: RFC 8058 wants no redirect. */
export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(request, endByLinkForm, async ({ search }) => {
      await endSavedSearchesByLink(wire(), { token: tokenOf(request), searchId: search ?? null })
      return null
    }),
  )
}

export default function EndSavedSearches() {
  const { searches } = useLoaderData<typeof loader>()
  return <EndSearchesScreen searches={searches} reply={useActionData<typeof action>() ?? undefined} />
}
