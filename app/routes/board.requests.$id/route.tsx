import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import mapStyles from '~/components/map/map.css'
import { paths } from '~/components/paths'
import { followUpOfRequest } from '~/features/follow-ups/queries/follow-up-of-request.server'
import { followUpAction } from '~/features/follow-ups/schemas'
import { FollowUpScreen } from '~/features/follow-ups/ui/follow-up-screen'
import { planFollowUp } from '~/features/follow-ups/use-cases/plan-follow-up.server'
import { removeNote, writeNote } from '~/features/follow-ups/use-cases/write-note.server'
import { offersForRequest } from '~/features/matchmaking/queries/offers-for-request.server'
import { sendProposals } from '~/features/proposals/use-cases/send-proposals.server'
import { requestPage } from '~/features/requests/queries/request-page.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: mapStyles }]

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.request.need.title ?? m.common_not_found_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { db, clock, textFits } = wire()
    const [id, now] = [params.id ?? '', clock.now()]
    const [followUp, page] = await Promise.all([
      followUpOfRequest(db, actor, id),
      requestPage(db, actor, now, id),
    ])
    const shown = Number(new URL(request.url).searchParams.get('page') ?? 1)
    const asked = { ...page, groups: page.unplaced, first: null, page: shown }
    const isLooking = page.isRunning && page.unplaced > 0
    const offers = isLooking ? await offersForRequest({ db, textFits }, now, asked) : null
    return { request: page, offers, followUp, newNoteId: randomUUID() }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const requestId = params.id ?? ''
    // What is not the actor's is not there, whatever the form says.
    await followUpOfRequest(wire().db, actor, requestId)
    return submitForm(
      request,
      followUpAction,
      async (asked) => redirectWithNews(paths.boardRequest(requestId), await act(actor, requestId, asked)),
      { fieldOf: FIELD_OF },
    )
  })
}

const FIELD_OF = {
  'follow-up.owner-unknown': 'ownerId',
  'follow-up.day-passed': 'dueOn',
  'follow-up.day-too-far': 'dueOn',
}

async function act(actor: SignedInActor, requestId: string, asked: ReturnType<typeof followUpAction.parse>) {
  switch (asked.intent) {
    case 'plan': {
      const plan = { ownerId: asked.ownerId ?? null, dueOn: asked.dueOn ?? null }
      await planFollowUp(wire(), actor, { requestId, plan })
      return m.followups_planned_news()
    }
    case 'done':
      await planFollowUp(wire(), actor, { requestId, plan: { ownerId: null, dueOn: null } })
      return m.followups_done_news()
    case 'ask': {
      const { length: count } = await sendProposals(wire(), actor, { requestId, ...asked, message: null })
      return m.followups_asked_news({ count, shown: String(count) })
    }
    case 'note':
      await writeNote(wire(), actor, { requestId, ...asked })
      return m.followups_written_news()
    case 'remove-note':
      await removeNote(wire(), actor, { requestId, ...asked })
      return m.followups_removed_news()
  }
}

export default function BoardRequest() {
  const { request, offers, followUp, newNoteId } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <FollowUpScreen
      request={request}
      offers={offers}
      followUp={followUp}
      newNoteId={newNoteId}
      reply={reply}
    />
  )
}
