/** What the browser needs to show a passkey; nobody says who it is before the answer does. */
import type { ActionFunctionArgs } from '@remix-run/node'
import { askPasskey } from '~/features/accounts/use-cases/passkeys.server'
import { beginCeremony } from '~/platform/auth/ceremonies.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function action({ request }: ActionFunctionArgs) {
  return respondBare(request, async () => {
    const { challenge, options } = await askPasskey(wire(), { clientAddress: clientAddress() })
    const cookie = await beginCeremony('passkey', { userId: null, payload: { challenge } })
    return Response.json(options, { headers: { 'Set-Cookie': cookie } })
  })
}
