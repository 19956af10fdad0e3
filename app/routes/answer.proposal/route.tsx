import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import {
  isRouteErrorResponse,
  useActionData,
  useLoaderData,
  useRouteError,
  useSearchParams,
} from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { ErrorPage } from '~/components/error-page'
import { paths } from '~/components/paths'
import { reasonsForOffer } from '~/features/matchmaking/queries/reasons-for-offer.server'
import { answerLink } from '~/features/proposals/queries/answer-link.server'
import { needOf } from '~/features/proposals/queries/proposal-page.server'
import { linkAnswerForm } from '~/features/proposals/schemas'
import { AnswerPanel, choiceOf } from '~/features/proposals/ui/answer-panel'
import { AnsweredScreen, LinkSpentScreen } from '~/features/proposals/ui/answered-screen'
import { CapacityBlock } from '~/features/proposals/ui/capacity-block'
import { ProposalView } from '~/features/proposals/ui/proposal-view'
import { answerByLink } from '~/features/proposals/use-cases/answer-by-link.server'
import * as m from '~/paraglide/messages'
import { submitForm } from '~/platform/http/form.server'
import { type ErrorBody, respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  { title: `${m.proposals_question()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** Looking at a link does nothing, so that what opens mails to preview them answers nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const done = (['accept', 'decline', 'consider', 'pass'] as const).find(
      (kind) => kind === searchParams.get('done'),
    )
    if (done) return { done }
    const { page, colleagues } = await answerLink(wire(), searchParams.get('token'))
    return { page, colleagues, why: await reasonsForOffer(wire().db, wire().clock.now(), needOf(page)) }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const token = new URL(request.url).searchParams.get('token')
    const work = async (answer: ReturnType<typeof linkAnswerForm.parse>) => {
      await answerByLink(wire(), token, answer)
      return redirect(paths.answeredProposal(answer.kind))
    }
    return submitForm(request, linkAnswerForm, work, { fieldOf: { 'proposal.days-doubtful': 'sure' } })
  })
}

export default function AnswerProposal() {
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [search] = useSearchParams()
  if ('done' in data && data.done) return <AnsweredScreen done={data.done} />
  const token = search.get('token') ?? ''
  return (
    <div className="page grid gap-7 py-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <ProposalView page={data.page} why={data.why} level={1}>
        <p className="mt-6 text-sm text-ink-soft">
          {m.proposals_by_mail({ company: data.page.offer.organisationName })}
        </p>
        <AnswerPanel
          page={data.page}
          choice={choiceOf(search.get('answer'), reply)}
          reply={reply}
          to={(answer) => paths.answerProposal(token, answer ?? undefined)}
          colleagues={data.colleagues}
        />
        {data.page.isOpen && data.page.mayAnswer ? (
          <p className="mt-4">
            <ButtonLink to={paths.askByLink(token)} look="second" size="small">
              {m.conversations_ask()}
            </ButtonLink>
          </p>
        ) : null}
      </ProposalView>
      <CapacityBlock page={data.page} canEdit={false} />
    </div>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const answer = isRouteErrorResponse(error) ? error : null
  const text = (answer?.data as Partial<ErrorBody> | null | undefined)?.text ?? null
  return answer?.status === 410 && text ? (
    <LinkSpentScreen text={text} />
  ) : (
    <ErrorPage status={answer?.status ?? null} text={text} />
  )
}
