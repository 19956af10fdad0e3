/** What the browser needs to make a passkey; the answer is posted to the page of passkeys. */
import type { ActionFunctionArgs } from '@remix-run/node'
import { askNewPasskey } from '~/features/accounts/use-cases/passkeys.server'
import { requireSession } from '~/platform/auth/actor.server'
import { beginCeremony } from '~/platform/auth/ceremonies.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function action({ request }: ActionFunctionArgs) {
  return respondBare(request, async () => {
    const { actor, session } = await requireSession(request)
    const { challenge, options } = await askNewPasskey(wire(), actor, session)
    const cookie = await beginCeremony('passkey', { userId: actor.userId, payload: { challenge } })
    return Response.json(options, { headers: { 'Set-Cookie': cookie } })
  })
}
