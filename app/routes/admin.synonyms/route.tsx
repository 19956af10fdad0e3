import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { AdminNav } from '~/features/administration/ui/admin-nav'
import { synonymsPage } from '~/features/synonyms/queries/synonyms-page.server'
import { synonymForm, synonymPreview } from '~/features/synonyms/schemas'
import { SynonymsScreen } from '~/features/synonyms/ui/synonyms-screen'
import { changeSynonym, putSynonymBack } from '~/features/synonyms/use-cases/change-synonym.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.synonyms_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const tried = synonymPreview.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    return synonymsPage(wire(), await requireUser(request), tried.success ? tried.data : null)
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, synonymForm, async (form) => {
      if (form.intent === 'back') await putSynonymBack(wire(), actor, form)
      else
        await changeSynonym(wire(), actor, {
          ...form,
          bothWays: form.bothWays === 'on',
          state: form.intent === 'accept' ? 'active' : 'rejected',
          source: form.learned ? 'learned' : 'curated',
        })
      return redirectWithNews(paths.adminSynonyms(), m.synonyms_saved())
    })
  })
}

export default function Synonyms() {
  return (
    <>
      <AdminNav />
      <SynonymsScreen page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
    </>
  )
}
