import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { landing } from '~/features/accounts/queries/landing.server'
import { linkState } from '~/features/accounts/queries/link-state.server'
import { FIELD_OF_ERROR, resetPasswordForm } from '~/features/accounts/schemas'
import { ResetPasswordScreen } from '~/features/accounts/ui/reset-password-screen'
import { enter } from '~/features/accounts/use-cases/enter.server'
import { resetPassword } from '~/features/accounts/use-cases/reset-password.server'
import * as m from '~/paraglide/messages'
import { settingCookies } from '~/platform/http/cookies.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.accounts_reset_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const token = new URL(request.url).searchParams.get('token') ?? ''
    const state = await linkState(wire(), 'reset-password', token)
    return data({ state, token }, { status: state === 'open' ? 200 : 410 })
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(
      request,
      resetPasswordForm,
      async (form) => {
        const { userId } = await resetPassword(wire(), form)
        const { next, cookies } = await enter(wire(), { userId, isTwoFactor: false, to: '', request })
        const headers = settingCookies(cookies)
        if (next === 'second-step')
          return redirectWithNews(paths.secondStep(), m.security_reset_then_step(), headers)
        const path = paths[await landing(wire().db, userId)]()
        return redirectWithNews(path, m.accounts_reset_done(), headers)
      },
      { secret: ['password', 'token'], fieldOf: FIELD_OF_ERROR },
    ),
  )
}

export default function ResetPassword() {
  const { state, token } = useLoaderData<typeof loader>()
  return <ResetPasswordScreen reply={useActionData<typeof action>()} state={state} token={token} />
}
