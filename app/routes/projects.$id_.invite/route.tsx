import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { invitePage } from '~/features/projects/queries/invite-page.server'
import { inviteForm } from '~/features/projects/schemas'
import { InviteScreen } from '~/features/projects/ui/invite-screen'
import { inviteMember } from '~/features/projects/use-cases/invite-member.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.projects_invite())

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const asked = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
    return invitePage(wire().db, actor, { id: params.id ?? '', asked })
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(request, inviteForm, async ({ branch, organisation = '' }) => {
      const who = branch === undefined ? { organisationId: organisation } : { branchId: branch }
      await inviteMember(wire(), actor, { id, ...who })
      return redirectWithNews(paths.project(id), m.projects_news_invited())
    })
  })
}

export default function Invite() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <InviteScreen page={page} formErrors={reply?.error?.[''] ?? []} />
}
