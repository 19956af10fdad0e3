import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { coordinators } from '~/features/administration/queries/lists.server'
import { coordinatorForm } from '~/features/administration/schemas'
import { CoordinatorsScreen } from '~/features/administration/ui/coordinators-screen'
import {
  appointCoordinator,
  dismissCoordinator,
} from '~/features/administration/use-cases/appoint-coordinator.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.administration_coordinators())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => coordinators(wire(), await requireUser(request)))
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(
      request,
      coordinatorForm,
      async (form) => {
        if (form.intent === 'appoint')
          await appointCoordinator(wire(), actor, { email: form.email, regionId: form.region })
        else await dismissCoordinator(wire(), actor, { userId: form.user, regionId: form.region })
        return redirectWithNews(paths.adminCoordinators(), m.administration_saved())
      },
      { fieldOf: { 'administration.no-such-account': 'email' } },
    )
  })
}

export default function CoordinatorsPage() {
  return (
    <CoordinatorsScreen regions={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
  )
}
