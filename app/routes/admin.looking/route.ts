import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '~/components/paths'
import { endLooking } from '~/features/administration/use-cases/look-along.server'
import { requireSession } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

/** The end of looking through somebody's eyes: the browser is the administrator's own again. */
export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor, session } = await requireSession(request)
    await endLooking(wire(), actor, session.row)
    return redirect(paths.adminPeople())
  })
}
