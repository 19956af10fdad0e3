import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { searchesOfLink } from '~/features/saved-searches/queries/saved-searches.server'
import { savedSearchLinkForm } from '~/features/saved-searches/schemas'
import { ConfirmSearchScreen, SearchAnsweredScreen } from '~/features/saved-searches/ui/answer-screens'
import { confirmSavedSearch } from '~/features/saved-searches/use-cases/answer-link.server'
import * as m from '~/paraglide/messages'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  ...pageMeta(m.searches_confirm_title()),
  { name: 'robots', content: 'noindex' },
]

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    if (searchParams.has('done')) return { isDone: true, searches: [], token: '' }
    const token = searchParams.get('token') ?? ''
    return { isDone: false, token, ...(await searchesOfLink(wire(), 'confirm-saved-search', token)) }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(
      request,
      savedSearchLinkForm,
      async ({ token }) => {
        await confirmSavedSearch(wire(), token)
        return redirect('?done')
      },
      { secret: ['token'] },
    ),
  )
}

export default function ConfirmSavedSearch() {
  const { isDone, searches, token } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return isDone ? (
    <SearchAnsweredScreen done="confirmed" />
  ) : (
    <ConfirmSearchScreen searches={searches} token={token} reply={reply} />
  )
}
