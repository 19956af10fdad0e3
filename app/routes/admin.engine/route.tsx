import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { AdminNav } from '~/features/administration/ui/admin-nav'
import { engineRoom } from '~/features/operations/queries/engine-room.server'
import { settleForm } from '~/features/operations/schemas'
import { EngineRoomScreen } from '~/features/operations/ui/engine-room-screen'
import { settleFailedJob } from '~/features/operations/use-cases/settle-failed-job.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.operations_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => engineRoom(wire(), await requireUser(request)))
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, settleForm, async (form) => {
      const settled = await settleFailedJob(wire(), actor, form)
      const done = form.intent === 'again' ? m.operations_tried() : m.operations_dropped()
      return redirectWithNews(paths.adminEngine(), settled ? done : m.operations_gone())
    })
  })
}

export default function EngineRoom() {
  return (
    <>
      <AdminNav />
      <EngineRoomScreen room={useLoaderData<typeof loader>()} />
    </>
  )
}
