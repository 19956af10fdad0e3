import {
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { mailSent } from '~/features/accounts/queries/mail-sent.server'
import { newSavedSearch } from '~/features/saved-searches/queries/saved-searches.server'
import { saveSearchForm } from '~/features/saved-searches/schemas'
import { SaveSearchScreen, SearchSavedScreen } from '~/features/saved-searches/ui/save-search-screen'
import { saveSearch } from '~/features/saved-searches/use-cases/save-search.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  ...pageMeta(m.searches_new_title()),
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const search = await newSavedSearch(wire(), await actorOf(request), searchParams)
    return { search, ...mailSent(wire(), request) }
  })
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(request, saveSearchForm, async (form, sent) => {
      const isProven = await wire().formGuard.isProven(sent, wire().clock.now())
      const input = { ...form, locale: getLocale(), clientAddress: clientAddress(), isProven }
      const { active } = await saveSearch(wire(), await actorOf(request), input)
      if (active) return redirectWithNews(paths.accountSearches(), m.searches_saved_news())
      return redirect(`${paths.saveSearch('')}?sent`)
    }),
  )
}

export default function SaveSearch() {
  const { search, isSent, showsMails } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return isSent ? (
    <SearchSavedScreen showsMails={showsMails} />
  ) : (
    <SaveSearchScreen search={search} reply={reply} />
  )
}
