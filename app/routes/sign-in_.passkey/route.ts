/** The answer of a device: it counts as two proofs. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '~/components/paths'
import { landing } from '~/features/accounts/queries/landing.server'
import { passkeyAnswerForm } from '~/features/accounts/schemas'
import { enter } from '~/features/accounts/use-cases/enter.server'
import { readPasskey } from '~/features/accounts/use-cases/passkeys.server'
import { takeCeremony } from '~/platform/auth/ceremonies.server'
import { settingCookies } from '~/platform/http/cookies.server'
import { parseForm, refusalOf } from '~/platform/http/form.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respondBare } from '~/platform/http/respond.server'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { wire } from '~/wiring.server'

export async function action({ request }: ActionFunctionArgs) {
  return respondBare(request, async () => {
    const form = await parseForm(request, passkeyAnswerForm)
    if (!form.ok) throw redirect(paths.signInRefused())
    const { answer, to } = form.value
    const begun = await takeCeremony(request, 'passkey')
    const challenge = begun?.userId === null ? (begun.payload.challenge ?? null) : null
    try {
      const userId = await readPasskey(wire(), { answer, challenge, clientAddress: clientAddress() })
      const { cookies } = await enter(wire(), { userId, isTwoFactor: true, to: '', request })
      const path = safeRedirect(to, paths[await landing(wire().db, userId)]())
      return redirect(path, { headers: settingCookies(cookies) })
    } catch (error) {
      refusalOf(error)
      return redirect(paths.signInRefused())
    }
  })
}

export function loader() {
  return redirect(paths.signIn())
}
