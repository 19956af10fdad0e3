import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { personPage } from '~/features/administration/queries/people.server'
import { accountForm } from '~/features/administration/schemas'
import { PersonScreen } from '~/features/administration/ui/person-screen'
import { judgeAccount } from '~/features/administration/use-cases/judge-account.server'
import { beginLooking } from '~/features/administration/use-cases/look-along.server'
import * as m from '~/paraglide/messages'
import { requireSession, requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.administration_person())

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => personPage(wire(), await requireUser(request), params.id ?? ''))
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor, session } = await requireSession(request)
    const { id: userId = '' } = params
    return submitForm(request, accountForm, async (form) => {
      if (form.intent === 'look') {
        const { reason } = form
        await beginLooking(wire(), actor, { userId, reason, sessionId: session.row })
        return redirectWithNews(paths.home(), m.administration_look_begun())
      }
      const verdict =
        form.intent === 'block' ? { kind: form.intent, reason: form.reason } : { kind: form.intent }
      await judgeAccount(wire(), actor, { userId, verdict })
      return redirectWithNews(paths.adminPerson(userId), m.administration_saved())
    })
  })
}

export default function PersonPage() {
  return <PersonScreen page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
