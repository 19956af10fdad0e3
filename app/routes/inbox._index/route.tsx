import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { keptPlaces } from '~/features/clearing/queries/kept-places.server'
import { KeptPlaces } from '~/features/clearing/ui/kept-places'
import { NEARBY_KM } from '~/features/matchmaking/domain/nearby'
import { reasonsForOffer } from '~/features/matchmaking/queries/reasons-for-offer.server'
import { requestsNearby } from '~/features/matchmaking/queries/requests-nearby.server'
import { inbox } from '~/features/proposals/queries/inbox.server'
import { needOf, proposalPage } from '~/features/proposals/queries/proposal-page.server'
import { AnswerPanel } from '~/features/proposals/ui/answer-panel'
import { InboxScreen, NothingWaits } from '~/features/proposals/ui/inbox-screen'
import { Nearby } from '~/features/proposals/ui/nearby'
import { ProposalView } from '~/features/proposals/ui/proposal-view'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.proposals_title()} · ${m.common_site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { searchParams } = new URL(request.url)
    const filter = searchParams.get('filter') === 'answered' ? 'answered' : 'open'
    const page = Number(searchParams.get('page') ?? 1)
    const [list, nearby, kept] = await Promise.all([
      inbox(wire(), actor, { filter, page }),
      requestsNearby(wire(), actor, wire().clock.now()),
      keptPlaces(wire(), actor),
    ])
    return { inbox: list, nearby, kept, first: await mostUrgent(actor, list) }
  })
}

type Inbox = Awaited<ReturnType<typeof inbox>>

/** On a wide screen the most urgent request is open beside the list. */
async function mostUrgent(actor: Awaited<ReturnType<typeof requireUser>>, { filter, rows }: Inbox) {
  const [row] = rows
  if (filter !== 'open' || !row) return null
  const { db, clock } = wire()
  const page = await proposalPage(wire(), actor, row.id)
  return { page, why: await reasonsForOffer(db, clock.now(), needOf(page)) }
}

export default function InboxIndex() {
  const { inbox: list, nearby, kept, first } = useLoaderData<typeof loader>()
  const around = (
    <>
      <KeptPlaces places={kept} />
      <Nearby nearby={nearby} radiusKm={NEARBY_KM} />
    </>
  )
  return (
    <InboxScreen inbox={list} chosenId={null} aside={first ? around : null}>
      {first ? (
        <div className="max-lg:hidden">
          <ProposalView page={first.page} why={first.why} level={2}>
            <AnswerPanel
              page={first.page}
              choice={null}
              reply={undefined}
              to={(answer) => paths.proposal(first.page.id, answer ? { answer } : {})}
              colleagues={[]}
            />
          </ProposalView>
        </div>
      ) : (
        <div className="space-y-4">
          <NothingWaits inbox={list} />
          {around}
        </div>
      )}
    </InboxScreen>
  )
}
