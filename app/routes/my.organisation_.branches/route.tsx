import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { branchesPage } from '~/features/organisations/queries/branches-page.server'
import { branchAction } from '~/features/organisations/schemas'
import { BranchesScreen } from '~/features/organisations/ui/branches-screen'
import { changeBranches } from '~/features/organisations/use-cases/change-branches.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.organisations_branches_title())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const page = await branchesPage(wire().db, await requireUser(request), searchParams.get('of'))
    return { page, changingId: searchParams.get('branch') }
  })
}

const FIELD_OF = {
  'organisation.postcode-unknown': 'postcode',
  'organisation.branch-name-taken': 'name',
  'organisation.branch-number-taken': 'branchNumber',
}
const NEWS = {
  add: m.organisations_news_branch_added,
  change: m.organisations_news_saved,
  remove: m.organisations_news_branch_removed,
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const work = async ({ organisationId, change }: ReturnType<typeof branchAction.parse>) => {
      await changeBranches(wire(), actor, { organisationId, change })
      return redirectWithNews(paths.branches({ of: organisationId }), NEWS[change.kind]())
    }
    return submitForm(request, branchAction, work, { fieldOf: FIELD_OF })
  })
}

export default function Branches() {
  const { page, changingId } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { id, name } = page.organisation
  return (
    <PageFrame title={m.organisations_branches_title()} lead={m.organisations_branches_lead({ name })}>
      <BranchesScreen page={page} changingId={changingId} reply={reply} />
      <p className="mt-8">
        <Link to={paths.myOrganisation({ of: id })} className="link inline-flex min-h-11 items-center">
          {m.organisations_colleagues_back({ name })}
        </Link>
      </p>
    </PageFrame>
  )
}
