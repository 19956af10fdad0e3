/** The first proof was given: nobody is signed in before the second. */
import {
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { emailOf } from '~/features/accounts/queries/email-of.server'
import { landing } from '~/features/accounts/queries/landing.server'
import { secondStepForm } from '~/features/accounts/schemas'
import { SecondStepScreen } from '~/features/accounts/ui/second-step-screen'
import { enter } from '~/features/accounts/use-cases/enter.server'
import { takeSecondStep } from '~/features/accounts/use-cases/take-second-step.server'
import type { UserId } from '~/kernel/ids'
import * as m from '~/paraglide/messages'
import { endCeremony, forgetCeremony, openCeremony } from '~/platform/auth/ceremonies.server'
import { settingCookies } from '~/platform/http/cookies.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_step_title())

/** @throws a redirect to sign-in when nobody gave a first proof here, or ten minutes ago. */
async function begun(request: Request) {
  const ceremony = await openCeremony(request, 'second-step')
  if (!ceremony?.userId) throw redirect(paths.signIn())
  return { ...ceremony, userId: ceremony.userId as UserId }
}

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    await begun(request)
    return null
  })
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { id, userId, payload } = await begun(request)
    return submitForm(
      request,
      secondStepForm,
      async ({ code }) => {
        const { db, knownBrowsers } = wire()
        const knownBrowser = knownBrowsers.nameOf(request, await emailOf(db, userId))
        await takeSecondStep(wire(), userId, { code, knownBrowser })
        if (!(await endCeremony({ id }))) throw redirect(paths.signIn())
        const { to = '' } = payload
        const { cookies } = await enter(wire(), { userId, isTwoFactor: true, to, request })
        return redirect(safeRedirect(to, paths[await landing(db, userId)]()), {
          headers: settingCookies([...cookies, forgetCeremony('second-step')]),
        })
      },
      { secret: ['code'], fieldOf: { 'account.wrong-code': 'code' } },
    )
  })
}

export default function SecondStep() {
  return <SecondStepScreen reply={useActionData<typeof action>()} />
}
