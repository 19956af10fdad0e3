import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { FIELD_OF_ERROR } from '~/features/accounts/schemas'
import { invitationPage } from '~/features/organisations/queries/invitation-page.server'
import { invitationForm } from '~/features/organisations/schemas'
import { InvitationScreen } from '~/features/organisations/ui/invitation-screen'
import {
  acceptInvitation,
  accountByInvitation,
  openInvitation,
} from '~/features/organisations/use-cases/answer-invitation.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf } from '~/platform/auth/actor.server'
import { startSession } from '~/platform/auth/session.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${m.organisations_join_title({ name: data?.page.organisation.name ?? '' })} · ${m.common_site_name()}`,
  },
  { name: 'robots', content: 'noindex' },
]

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const token = new URL(request.url).searchParams.get('token') ?? ''
    const { id } = await openInvitation(wire(), token)
    return { page: await invitationPage(wire().db, await actorOf(request), id), token }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(request, invitationForm, act.bind(null, request), {
      secret: ['password', 'token'],
      fieldOf: FIELD_OF_ERROR,
    }),
  )
}

async function act(request: Request, asked: ReturnType<typeof invitationForm.parse>) {
  if (asked.intent === 'accept') {
    const of = await acceptInvitation(wire(), await actorOf(request), asked.token)
    return redirectWithNews(paths.myOrganisation({ of }), m.organisations_news_joined())
  }
  const account = { ...asked, locale: getLocale(), clientAddress: clientAddress() }
  const { userId, email, organisationId: of } = await accountByInvitation(wire(), account)
  const cookies = [(await startSession(userId, request)).cookie, wire().knownBrowsers.remember(email)]
  const headers = cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])
  return redirectWithNews(paths.myOrganisation({ of }), m.organisations_news_joined(), headers)
}

export default function JoinOrganisation() {
  const { page, token } = useLoaderData<typeof loader>()
  return <InvitationScreen page={page} token={token} reply={useActionData<typeof action>()} />
}
