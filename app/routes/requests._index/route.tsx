import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { myDrafts } from '~/features/requests/queries/my-drafts.server'
import { myRequests } from '~/features/requests/queries/my-requests.server'
import { NoSchool } from '~/features/requests/ui/no-school'
import { RequestList } from '~/features/requests/ui/request-list'
import { dropDraft } from '~/features/requests/use-cases/keep-draft.server'
import { calendarDateOf } from '~/kernel/calendar'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { readForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.requests_mine_title()} · ${m.common_site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { db, clock } = wire()
    const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
    const [mine, drafts] = await Promise.all([
      myRequests(db, actor, calendarDateOf(clock.now()), page),
      myDrafts(db, actor),
    ])
    return { mine, drafts }
  })
}

/** The one thing that is done here: a draft is thrown away. */
export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    await dropDraft(wire(), actor, String((await readForm(request)).get('draft') ?? ''))
    return redirectWithNews(paths.requests(), m.requests_draft_dropped_news())
  })
}

export default function Requests() {
  const { mine, drafts } = useLoaderData<typeof loader>()
  return mine ? <RequestList mine={mine} drafts={drafts} /> : <NoSchool />
}
