import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { paths } from '~/components/paths'
import { conversationLinks } from '~/features/conversations/queries/my-conversations.server'
import { AskLink } from '~/features/conversations/ui/conversation-link'
import { reasonsForOffer } from '~/features/matchmaking/queries/reasons-for-offer.server'
import { colleagues } from '~/features/proposals/queries/colleagues.server'
import { inbox } from '~/features/proposals/queries/inbox.server'
import { needOf, proposalPage } from '~/features/proposals/queries/proposal-page.server'
import { answerForm } from '~/features/proposals/schemas'
import { AnswerPanel, choiceOf } from '~/features/proposals/ui/answer-panel'
import { CapacityBlock } from '~/features/proposals/ui/capacity-block'
import { InboxScreen } from '~/features/proposals/ui/inbox-screen'
import { ProposalView } from '~/features/proposals/ui/proposal-view'
import { useMarkViewed } from '~/features/proposals/ui/use-mark-viewed'
import { givenWord } from '~/features/proposals/ui/words'
import { giveAnswer } from '~/features/proposals/use-cases/give-answer.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.request.title ?? m.proposals_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const answered = new URL(request.url).searchParams.get('filter') === 'answered'
    const page = await proposalPage(wire(), actor, params.id ?? '')
    const between = { requestId: page.request.id, organisationId: page.offer.organisationId }
    const [list, others, why, links] = await Promise.all([
      inbox(wire(), actor, { filter: answered || !page.isOpen ? 'answered' : 'open', page: 1 }),
      colleagues(wire().db, actor, page.offer.organisationId),
      reasonsForOffer(wire().db, wire().clock.now(), needOf(page)),
      conversationLinks(wire().db, actor, between),
    ])
    return { page, inbox: list, colleagues: others, why, conversation: links[0] }
  })
}

const FIELD_OF = { 'proposal.days-doubtful': 'sure', 'proposal.no-colleague': 'toId' }

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    const work = async (answer: ReturnType<typeof answerForm.parse>) => {
      await giveAnswer(wire(), actor, id, answer)
      return answer.kind === 'view' ? null : redirectWithNews(paths.proposal(id), givenWord[answer.kind]())
    }
    return submitForm(request, answerForm, work, { fieldOf: FIELD_OF })
  })
}

export default function InboxProposal() {
  const { page, inbox: list, colleagues: others, why, conversation } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() ?? undefined
  const [search] = useSearchParams()
  const to = (answer: string | null) => paths.proposal(page.id, answer ? { answer } : {})
  useMarkViewed(page.id, page.state === 'sent' && page.mayAnswer, to(null))
  const capacity = <CapacityBlock page={page} canEdit={page.mayAnswer} />
  return (
    <InboxScreen inbox={list} chosenId={page.id} aside={capacity}>
      <ProposalView page={page} why={why} level={1}>
        <div className="mt-6 lg:hidden">
          {page.isOpen ? <CapacityBlock page={page} canEdit={false} /> : null}
        </div>
        <div className="mt-6">
          <AskLink link={conversation} />
        </div>
        {page.isOpen && !page.mayAnswer ? <p className="mt-6">{m.organisations_viewer_reads()}</p> : null}
        {page.isOpen && page.mayAnswer ? (
          <AnswerPanel
            page={page}
            choice={choiceOf(search.get('answer'), reply)}
            reply={reply}
            to={to}
            colleagues={others}
          />
        ) : null}
      </ProposalView>
    </InboxScreen>
  )
}
