import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { stillRightPage } from '~/features/offers/queries/still-right-page.server'
import { stillRightAnswer } from '~/features/offers/schemas'
import { StillRightAnswered, StillRightScreen } from '~/features/offers/ui/still-right-screen'
import { answerStillRight, openStillRightLink } from '~/features/offers/use-cases/answer-still-right.server'
import * as m from '~/paraglide/messages'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.stillright_title()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const [online, incomplete] = [searchParams.get('online'), searchParams.get('incomplete')]
    if (online !== null)
      return { done: { online: countOf(online), incomplete: countOf(incomplete) }, page: null, token: '' }
    const token = searchParams.get('token') ?? ''
    const page = await stillRightPage(wire().db, await openStillRightLink(wire(), token))
    return { done: null, page, token }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(request, stillRightAnswer, async ({ token, offers }) => {
      const { online, incomplete } = await answerStillRight(wire(), { token, offerIds: offers })
      return redirect(paths.answeredStillRight(online, incomplete))
    }),
  )
}

const countOf = (text: string | null) => Math.min(200, Math.max(0, Math.trunc(Number(text)) || 0))

export default function AnswerStillRight() {
  const { done, page, token } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (page === null)
    return <StillRightAnswered online={done?.online ?? 0} incomplete={done?.incomplete ?? 0} />
  return <StillRightScreen page={page} token={token} formErrors={reply?.error?.[''] ?? []} />
}
