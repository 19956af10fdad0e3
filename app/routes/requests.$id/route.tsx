import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import mapStyles from '~/components/map/map.css'
import { paths } from '~/components/paths'
import { conversationLinks } from '~/features/conversations/queries/my-conversations.server'
import { offersForRequest } from '~/features/matchmaking/queries/offers-for-request.server'
import { acceptOffered, declineOffered } from '~/features/proposals/use-cases/answer-offered.server'
import { sendProposals } from '~/features/proposals/use-cases/send-proposals.server'
import { requestPage } from '~/features/requests/queries/request-page.server'
import { sendForm } from '~/features/requests/schemas'
import { RequestScreen } from '~/features/requests/ui/request-screen'
import { keepWaiting } from '~/features/requests/use-cases/answer-still-wanted.server'
import { askWaitingList } from '~/features/requests/use-cases/ask-waiting-list.server'
import { refuseOffers } from '~/features/requests/use-cases/refuse-offers.server'
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
    const { searchParams } = new URL(request.url)
    const first = searchParams.get('offer')
    const { db, clock, textFits } = wire()
    const page = await requestPage(db, actor, clock.now(), params.id ?? '')
    const asked = { ...page, groups: page.unplaced, first, page: Number(searchParams.get('page') ?? 1) }
    const isLooking = page.isRunning && page.unplaced > 0
    const offers = isLooking ? await offersForRequest({ db, textFits }, clock.now(), asked) : null
    const conversations = page.mayEdit ? await conversationLinks(db, actor, { requestId: page.id }) : []
    return { request: page, offers, first, conversations }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    // What is not the actor's is not there, whatever the form says.
    await requestPage(wire().db, actor, wire().clock.now(), id)
    return submitForm(request, sendForm, async (asked) =>
      redirectWithNews(paths.request(id), await act(actor, id, asked)),
    )
  })
}

async function act(actor: SignedInActor, id: string, asked: ReturnType<typeof sendForm.parse>) {
  if (asked.intent === 'send') {
    const { length: count } = await sendProposals(wire(), actor, { requestId: id, ...asked })
    return m.requests_sent_news({ count, shown: String(count) })
  }
  if (asked.intent === 'still-wanted') {
    await keepWaiting(wire(), actor, id)
    return m.requests_still_kept_text()
  }
  if (asked.intent === 'accept-offered') {
    const { offered, groups, day } = asked
    await acceptOffered(wire(), actor, { id: offered, groups, day })
    return m.requests_offered_yes_news()
  }
  if (asked.intent === 'decline-offered') {
    await declineOffered(wire(), actor, { id: asked.offered, reason: asked.reason })
    return m.requests_offered_no_news()
  }
  if (asked.intent === 'refuse-offers' || asked.intent === 'allow-offers') {
    await refuseOffers(wire(), actor, { id, refuse: asked.intent === 'refuse-offers' })
    return asked.intent === 'refuse-offers' ? m.requests_offers_refused() : m.requests_offers_allowed()
  }
  await askWaitingList(wire(), actor, { id, wait: asked.intent === 'wait' })
  return asked.intent === 'wait' ? m.requests_waiting_news() : m.requests_left_list_news()
}

export default function Request() {
  const { request, offers, first, conversations } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const typed: Readonly<Record<string, unknown>> = reply?.initialValue ?? {}
  const ticked: readonly unknown[] = [typed.offerIds ?? []].flat()
  return (
    <RequestScreen
      request={request}
      offers={offers}
      conversations={conversations}
      firstOfferId={first}
      formErrors={Object.values(reply?.error ?? {})
        .flat()
        .filter((error) => typeof error === 'string')}
      message={typeof typed.message === 'string' ? typed.message : ''}
      ticked={ticked.map((offerId) => String(offerId))}
      reply={reply ?? undefined}
    />
  )
}
