/** Also for who owes a second step and may do nothing else before. */
import {
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { isProofFresh } from '~/features/accounts/domain/proof'
import { twoStepPage } from '~/features/accounts/queries/two-step-page.server'
import { twoStepForm } from '~/features/accounts/schemas'
import { TwoStepScreen } from '~/features/accounts/ui/two-step-screen'
import {
  beginTwoStep,
  confirmTwoStep,
  renewRecoveryCodes,
  turnOffTwoStep,
} from '~/features/accounts/use-cases/set-up-two-step.server'
import * as m from '~/paraglide/messages'
import { requireOwing, type SignedIn } from '~/platform/auth/actor.server'
import { proveSession } from '~/platform/auth/session.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { pageOf, respond } from '~/platform/http/respond.server'
import { safeRedirect } from '~/platform/http/safe-redirect.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_two_step())

/** Who owes the step itself takes it first; an old proof is given anew. */
async function allowed(request: Request): Promise<SignedIn> {
  const known = await requireOwing(request)
  if (known.owes === 'second-step' || !isProofFresh(known.session.provenAt, wire().clock.now()))
    throw redirect(paths.proveAgain(pageOf(request)))
  return known
}

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { actor, owes } = await allowed(request)
    const to = safeRedirect(new URL(request.url).searchParams.get('to'), '')
    return { page: await twoStepPage(wire(), actor), isOwed: owes !== null, to }
  })
}

/** When a refused form may be tried again. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor, session } = await allowed(request)
    return submitForm(
      request,
      twoStepForm,
      async (form) => {
        switch (form.intent) {
          case 'begin': {
            await beginTwoStep(wire(), actor, session)
            throw redirect(paths.twoStep(safeRedirect(new URL(request.url).searchParams.get('to'), '')))
          }
          case 'confirm': {
            const codes = await confirmTwoStep(wire(), actor, { code: form.code, ...session })
            await proveSession(session.row, true)
            return { codes }
          }
          case 'renew':
            return { codes: await renewRecoveryCodes(wire(), actor, session) }
          case 'off':
            await turnOffTwoStep(wire(), actor, session)
            throw redirectWithNews(paths.accountSecurity(), m.security_two_step_turned_off())
        }
      },
      { secret: ['code'], fieldOf: { 'account.wrong-code': 'code' } },
    )
  })
}

export default function TwoStep() {
  const { page, isOwed, to } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const codes = answer && 'codes' in answer ? answer.codes : null
  const reply = answer && !('codes' in answer) ? answer : undefined
  return <TwoStepScreen page={page} isOwed={isOwed} codes={codes} reply={reply} to={to} />
}
