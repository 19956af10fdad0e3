import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { colleaguesPage } from '~/features/organisations/queries/colleagues-page.server'
import { colleagueAction } from '~/features/organisations/schemas'
import { ColleaguesScreen } from '~/features/organisations/ui/colleagues-screen'
import { changeColleagues } from '~/features/organisations/use-cases/change-colleagues.server'
import {
  inviteColleague,
  withdrawInvitation,
} from '~/features/organisations/use-cases/invite-colleague.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.organisations_colleagues_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const of = new URL(request.url).searchParams.get('of')
    return colleaguesPage(wire(), await requireUser(request), of)
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, colleagueAction, (asked) => press(actor, asked), {
      fieldOf: { 'organisation.already-colleague': 'email' },
    })
  })
}

type Asked = ReturnType<typeof colleagueAction.parse>

async function press(actor: SignedInActor, asked: Asked): Promise<Response> {
  const organisationId = asked.organisation
  const done = (news: string) => redirectWithNews(paths.colleagues(organisationId), news)
  switch (asked.intent) {
    case 'invite':
      await inviteColleague(wire(), actor, { ...asked, organisationId, locale: getLocale() })
      return done(m.organisations_news_invited())
    case 'withdraw':
      await withdrawInvitation(wire(), actor, { organisationId, id: asked.invitation })
      return done(m.organisations_news_withdrawn())
    case 'role': {
      const change = { kind: 'role', userId: asked.colleague, role: asked.role } as const
      await changeColleagues(wire(), actor, { organisationId, change })
      return done(m.organisations_news_role())
    }
    default: {
      const change = { kind: asked.intent, userId: asked.colleague }
      await changeColleagues(wire(), actor, { organisationId, change })
      if (asked.intent === 'hand-over') return done(m.organisations_news_handed_over())
      if (asked.colleague !== actor.userId) return done(m.organisations_news_removed())
      return redirectWithNews(paths.myOrganisation(), m.organisations_news_left())
    }
  }
}

export default function Colleagues() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { id, name } = page.organisation
  return (
    <PageFrame title={m.organisations_colleagues_title()} lead={name}>
      <ColleaguesScreen page={page} reply={reply} />
      <p className="mt-8">
        <Link to={paths.myOrganisation({ of: id })} className="link inline-flex min-h-11 items-center">
          {m.organisations_colleagues_back({ name })}
        </Link>
      </p>
    </PageFrame>
  )
}
