/** The address of another sign-in service has an account here: its owner says by mail that both are the same person. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { landing } from '~/features/accounts/queries/landing.server'
import { mailSent } from '~/features/accounts/queries/mail-sent.server'
import { verifyEmailForm } from '~/features/accounts/schemas'
import { LinkScreen } from '~/features/accounts/ui/link-screen'
import { MailSentScreen } from '~/features/accounts/ui/mail-sent-screen'
import { enter } from '~/features/accounts/use-cases/enter.server'
import { joinByLink } from '~/features/accounts/use-cases/sign-in-by-service.server'
import * as m from '~/paraglide/messages'
import { settingCookies } from '~/platform/http/cookies.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_service_join())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const token = new URL(request.url).searchParams.get('token')
    const { showsMails } = mailSent(wire(), request)
    const isOpen = token !== null && wire().links.read('join-service', token, wire().clock.now()) !== null
    return data({ token, isOpen, showsMails }, { status: token === null || isOpen ? 200 : 410 })
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(
      request,
      verifyEmailForm,
      async (form) => {
        const userId = await joinByLink(wire(), form)
        const { next, cookies } = await enter(wire(), { userId, isTwoFactor: false, to: '', request })
        const path = next === 'second-step' ? paths.secondStep() : paths[await landing(wire().db, userId)]()
        return redirect(path, { headers: settingCookies(cookies) })
      },
      { secret: ['token'] },
    ),
  )
}

export default function JoinService() {
  const { token, isOpen, showsMails } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const again = { to: paths.signIn(), label: m.accounts_to_sign_in() }
  if (token === null)
    return <MailSentScreen text={m.security_service_sent()} again={again} showsMails={showsMails} />
  return (
    <LinkScreen
      isOpen={isOpen}
      token={token}
      title={m.security_service_join()}
      text={m.security_service_join_text()}
      button={m.security_service_join_button()}
      goneText={m.security_link_gone()}
      goneTo={again}
      reply={reply}
    />
  )
}
