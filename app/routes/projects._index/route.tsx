import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { myProjects } from '~/features/projects/queries/my-projects.server'
import { beginForm } from '~/features/projects/schemas'
import { ProjectsScreen } from '~/features/projects/ui/projects-screen'
import { beginProject } from '~/features/projects/use-cases/begin-project.server'
import { calendarDateOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { parseForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.projects_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { db, clock } = wire()
    return myProjects(db, actor, calendarDateOf(clock.now()))
  })
}

/** Begins the project of a booking; the page of the booking posts here. */
export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const form = await parseForm(request, beginForm)
    if (!form.ok) return form.response
    const id = await beginProject(wire(), actor, form.value.booking)
    return redirect(id === null ? paths.projects() : paths.project(id))
  })
}

export default function Projects() {
  return <ProjectsScreen projects={useLoaderData<typeof loader>()} />
}
