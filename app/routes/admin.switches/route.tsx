import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { switches } from '~/features/administration/queries/lists.server'
import { switchForm } from '~/features/administration/schemas'
import { SwitchesScreen } from '~/features/administration/ui/switches-screen'
import { setSwitch } from '~/features/administration/use-cases/set-switch.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.administration_switches())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => switches(wire(), await requireUser(request)))
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, switchForm, async ({ key, to }) => {
      await setSwitch(wire(), actor, { key, isOn: to === 'on' })
      return redirectWithNews(paths.adminSwitches(), m.administration_saved())
    })
  })
}

export default function SwitchesPage() {
  return <SwitchesScreen lines={useLoaderData<typeof loader>()} />
}
