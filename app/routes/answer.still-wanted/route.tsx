import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { stillWantedPage } from '~/features/requests/queries/still-wanted-page.server'
import { stillWantedAnswer } from '~/features/requests/schemas'
import { StillWantedAnswered, StillWantedScreen } from '~/features/requests/ui/still-wanted-screen'
import {
  answerStillWantedByLink,
  openStillWantedLink,
} from '~/features/requests/use-cases/answer-still-wanted.server'
import * as m from '~/paraglide/messages'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.requests_still_title()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const done = searchParams.get('done')
    if (done) return { done, page: null, token: '' }
    const token = searchParams.get('token') ?? ''
    const page = await stillWantedPage(wire().db, await openStillWantedLink(wire(), token))
    return { done: null, page, token }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(request, stillWantedAnswer, async ({ token, answer }) => {
      await answerStillWantedByLink(wire(), { token, yes: answer === 'yes' })
      return redirect(paths.answeredStillWanted(answer))
    }),
  )
}

export default function AnswerStillWanted() {
  const { done, page, token } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return page ? (
    <StillWantedScreen page={page} token={token} formErrors={reply?.error?.[''] ?? []} />
  ) : (
    <StillWantedAnswered yes={done === 'yes'} />
  )
}
