import { randomUUID } from 'node:crypto'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { isRouteErrorResponse, Link, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { ErrorPage } from '~/components/error-page'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { FIELD_OF_MESSAGE_ERROR, questionForm } from '~/features/conversations/schemas'
import { WriteForm } from '~/features/conversations/ui/write-form'
import { askByLink } from '~/features/conversations/use-cases/ask-by-link.server'
import { answerLink } from '~/features/proposals/queries/answer-link.server'
import { LinkSpentScreen } from '~/features/proposals/ui/answered-screen'
import * as m from '~/paraglide/messages'
import { submitForm } from '~/platform/http/form.server'
import { type ErrorBody, respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  { title: `${m.conversations_ask()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** Looking at a link does nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    if (searchParams.has('done')) return { done: true as const }
    const token = searchParams.get('token') ?? ''
    const { page } = await answerLink(wire(), token)
    const { request: need, school } = page
    return { done: false as const, token, title: need.title, school: school.name, formKey: randomUUID() }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const token = new URL(request.url).searchParams.get('token')
    return submitForm(
      request,
      questionForm,
      async (asked) => {
        await askByLink(wire(), token, asked)
        return redirect(paths.askedByLink())
      },
      { fieldOf: FIELD_OF_MESSAGE_ERROR },
    )
  })
}

export default function AnswerQuestion() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (page.done)
    return (
      <PageFrame title={m.conversations_asked()} lead={m.conversations_asked_text()}>
        <ButtonLink to={paths.conversations()} look="second">
          {m.conversations_title()}
        </ButtonLink>
      </PageFrame>
    )
  return (
    <PageFrame title={m.conversations_ask_named({ name: page.school })} lead={page.title} narrow>
      <WriteForm
        formKey={page.formKey}
        reply={reply}
        hint={m.conversations_write_hint({ partner: page.school })}
        withFiles={false}
      />
      <p className="mt-4">
        <Link to={paths.answerProposal(page.token)} className="link inline-flex min-h-11 items-center">
          {m.conversations_back_to_answer()}
        </Link>
      </p>
    </PageFrame>
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
