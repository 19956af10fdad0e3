import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { keptPlace } from '~/features/clearing/queries/kept-places.server'
import { holdDecline } from '~/features/clearing/schemas'
import { KeptPlaceScreen } from '~/features/clearing/ui/kept-place-screen'
import { declineHold } from '~/features/clearing/use-cases/decline-hold.server'
import { reasonsForOffer } from '~/features/matchmaking/queries/reasons-for-offer.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.kept.title ?? m.common_not_found_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { db, clock } = wire()
    const kept = await keptPlace(wire(), actor, params.id ?? '')
    return { kept, why: await reasonsForOffer(db, clock.now(), { ...kept, groups: 1 }) }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    // What is not the actor's is not there, whatever the form says.
    await keptPlace(wire(), actor, id)
    return submitForm(request, holdDecline, async (said) => {
      await declineHold(wire(), actor, { id, ...said })
      return redirectWithNews(paths.heldForSchool(id), m.clearing_kept_news())
    })
  })
}

export default function HeldForSchool() {
  const { kept, why } = useLoaderData<typeof loader>()
  return <KeptPlaceScreen kept={kept} why={why} reply={useActionData<typeof action>()} />
}
