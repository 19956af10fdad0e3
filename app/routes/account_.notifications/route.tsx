import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { settingsPage } from '~/features/notifications/queries/settings-page.server'
import { settingsAction } from '~/features/notifications/schemas'
import { SettingsScreen } from '~/features/notifications/ui/settings-screen'
import { chooseDelivery, forgetMailTrouble } from '~/features/notifications/use-cases/choose-delivery.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.notifications_settings_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => settingsPage(wire(), await requireUser(request)))
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, settingsAction, async (form) => {
      if (form.intent === 'arrives') {
        await forgetMailTrouble(wire(), actor)
        return redirectWithNews(paths.notificationSettings(), m.notifications_trouble_forgotten())
      }
      const { mail = {}, from, until, weekends = false } = form
      const chosen = Object.fromEntries(Object.entries(mail).filter(([, delivery]) => delivery !== undefined))
      const hours = from !== null && until !== null ? { from, until } : null
      await chooseDelivery(wire(), actor, { chosen, quiet: { hours, weekends } })
      return redirectWithNews(paths.notificationSettings(), m.notifications_saved())
    })
  })
}

export default function NotificationSettings() {
  return <SettingsScreen page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
