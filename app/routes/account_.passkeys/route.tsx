import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { passkeyRefused } from '~/features/accounts/errors'
import { passkeysPage } from '~/features/accounts/queries/passkeys-page.server'
import { passkeyForm } from '~/features/accounts/schemas'
import { PasskeysScreen } from '~/features/accounts/ui/passkeys-screen'
import { addPasskey, removePasskey } from '~/features/accounts/use-cases/passkeys.server'
import { requireProof } from '~/features/accounts/use-cases/require-proof.server'
import * as m from '~/paraglide/messages'
import { requireSession } from '~/platform/auth/actor.server'
import { takeCeremony } from '~/platform/auth/ceremonies.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.security_passkeys())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { actor, session } = await requireSession(request)
    requireProof(actor, session.provenAt, wire().clock.now())
    return { passkeys: await passkeysPage(wire().db, actor.userId) }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor, session } = await requireSession(request)
    const { provenAt } = session
    return submitForm(
      request,
      passkeyForm,
      async (form) => {
        if (form.intent === 'remove') {
          await removePasskey(wire(), actor, { passkey: form.passkey, provenAt })
          return redirectWithNews(paths.accountPasskeys(), m.security_passkeys_removed())
        }
        const begun = await takeCeremony(request, 'passkey')
        const { challenge = '' } = begun?.payload ?? {}
        if (begun?.userId !== actor.userId) throw passkeyRefused()
        await addPasskey(wire(), actor, { ...form, challenge, provenAt })
        return redirectWithNews(paths.accountPasskeys(), m.security_passkeys_added())
      },
      { secret: ['answer'] },
    )
  })
}

export default function Passkeys() {
  const { passkeys } = useLoaderData<typeof loader>()
  return <PasskeysScreen passkeys={passkeys} reply={useActionData<typeof action>()} />
}
