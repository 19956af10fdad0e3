import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { partnersPage } from '~/features/delegations/queries/partners-page.server'
import { delegationAction } from '~/features/delegations/schemas'
import { PartnersScreen } from '~/features/delegations/ui/partners-screen'
import { delegateLoading, revokeLoading } from '~/features/delegations/use-cases/delegate-loading.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.delegations_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const of = new URL(request.url).searchParams.get('of')
    return partnersPage(wire(), await requireUser(request), of)
  })
}

const FIELD_OF = {
  'delegation.partner-unknown': 'partner',
  'delegation.partner-is-self': 'partner',
  'delegation.already-there': 'partner',
  'delegation.too-many': 'partner',
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const work = async (asked: ReturnType<typeof delegationAction.parse>) => {
      const organisationId = asked.organisation
      if (asked.intent === 'grant') {
        await delegateLoading(wire(), actor, { organisationId, partner: asked.partner })
        return redirectWithNews(paths.partners(organisationId), m.delegations_news_granted())
      }
      await revokeLoading(wire(), actor, { organisationId, id: asked.delegation })
      return redirectWithNews(paths.partners(organisationId), m.delegations_news_revoked())
    }
    return submitForm(request, delegationAction, work, { fieldOf: FIELD_OF })
  })
}

export default function Partners() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { id, name } = page.organisation
  return (
    <PageFrame title={m.delegations_title()} lead={m.delegations_lead()}>
      <PartnersScreen page={page} reply={reply} />
      <p className="mt-8">
        <Link to={paths.myOrganisation({ of: id })} className="link inline-flex min-h-11 items-center">
          {m.organisations_colleagues_back({ name })}
        </Link>
      </p>
    </PageFrame>
  )
}
