import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { classHistoryPage } from '~/features/class-history/queries/class-history.server'
import { ClassHistoryScreen } from '~/features/class-history/ui/class-history-screen'
import { calendarDateOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.classes_title()} · ${m.common_site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { db, clock } = wire()
    const page = await classHistoryPage(db, actor, calendarDateOf(clock.now()))
    // Who works at no school says first at which.
    return page ?? redirect(paths.accountSchool())
  })
}

export default function Classes() {
  return <ClassHistoryScreen page={useLoaderData<typeof loader>()} />
}
