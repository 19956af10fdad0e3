import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SYSTEM } from '~/authorisation/actor'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { invitationPage } from '~/features/projects/queries/invitation-page.server'
import { invitationAnswer } from '~/features/projects/schemas'
import { InvitationAnswered, InvitationScreen } from '~/features/projects/ui/invitation-screen'
import {
  answerInvitationByLink,
  openInvitationLink,
} from '~/features/projects/use-cases/answer-invitation.server'
import * as m from '~/paraglide/messages'
import { parseForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageMeta(data?.page?.title ?? m.projects_title()),
  { name: 'robots', content: 'noindex' },
]

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const done = searchParams.get('done')
    if (done) return { done, page: null, token: '' }
    const token = searchParams.get('token') ?? ''
    return {
      done: null,
      page: await invitationPage(wire().db, await openInvitationLink(wire(), token)),
      token,
    }
  })
}

/** A used or late link has no form to go back to: its word is the whole page. */
export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const form = await parseForm(request, invitationAnswer)
    if (!form.ok) return form.response
    const { token, answer } = form.value
    await answerInvitationByLink(wire(), SYSTEM, { token, yes: answer === 'yes' })
    return redirect(paths.answeredProject(answer))
  })
}

export default function AnswerProject() {
  const { done, page, token } = useLoaderData<typeof loader>()
  return page ? <InvitationScreen page={page} token={token} /> : <InvitationAnswered yes={done === 'yes'} />
}
