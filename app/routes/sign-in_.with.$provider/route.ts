/** Off to another sign-in service. By a link: a form that leads to another site is refused by our own rules for browsers. */
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound } from '~/kernel/errors'
import { beginCeremony } from '~/platform/auth/ceremonies.server'
import { respondBare } from '~/platform/http/respond.server'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { wire } from '~/wiring.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const asked = await wire().oidc.begin(params.provider ?? '')
    if (!asked) throw notFound('page.not-found')
    const to = safeRedirect(new URL(request.url).searchParams.get('to'), '')
    const cookie = await beginCeremony('oidc', { userId: null, payload: { ...asked.begun, to } })
    return redirect(asked.address, { headers: { 'Set-Cookie': cookie } })
  })
}
