/** Back from another sign-in service. */
import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '~/components/paths'
import { landing } from '~/features/accounts/queries/landing.server'
import { enter } from '~/features/accounts/use-cases/enter.server'
import { signInByService } from '~/features/accounts/use-cases/sign-in-by-service.server'
import { getLocale } from '~/paraglide/runtime'
import { sessionOf } from '~/platform/auth/actor.server'
import { takeCeremony } from '~/platform/auth/ceremonies.server'
import { settingCookies } from '~/platform/http/cookies.server'
import { refusalOf } from '~/platform/http/form.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const begun = await takeCeremony(request, 'oidc')
    if (!begun) throw redirect(paths.signInRefused())
    const { state = '', nonce = '', verifier = '', to = '' } = begun.payload
    const back = { state, nonce, verifier }
    const person = await wire().oidc.finish(params.provider ?? '', new URL(request.url).search, back)
    if (!person) throw redirect(paths.signInRefused())
    const session = await sessionOf(request)
    // Who looks through somebody's eyes is not that person.
    const isOwn = session !== null && session.actor.impersonatedBy === undefined
    const here = isOwn ? { userId: session.actor.userId, provenAt: session.session.provenAt } : null
    try {
      const found = await signInByService(wire(), { person, locale: getLocale(), here })
      if (found.way === 'mail') return redirect(paths.joinService())
      if (here?.userId === found.userId) return redirect(to || paths.accountSecurity())
      const { userId } = found
      const { next, cookies } = await enter(wire(), { userId, isTwoFactor: false, to, request })
      const path =
        next === 'second-step' ? paths.secondStep() : to || paths[await landing(wire().db, userId)]()
      return redirect(path, { headers: settingCookies(cookies) })
    } catch (error) {
      refusalOf(error)
      return redirect(paths.signInRefused())
    }
  })
}
