import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { loadsPage } from '~/features/loads/queries/loads-page.server'
import { LoadsScreen } from '~/features/loads/ui/loads-screen'
import { receiveLoad } from '~/features/loads/use-cases/receive-load.server'
import type { OrganisationId } from '~/kernel/ids'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.loads_title())

/** Reading a table costs more than a page: enough for who mends one again and again. */
const READS = { name: 'load-table', tries: 60, seconds: 3600 } as const

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const { sheetLimits } = wire()
    return {
      page: await loadsPage(wire(), await requireUser(request), searchParams.get('of')),
      limits: { rows: sheetLimits.rows, megabytes: sheetLimits.bytes / 1024 / 1024 },
    }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    await wire().limits.take(READS, actor.userId)
    const form = await readForm(request)
    const [file, organisation] = [form.get('file'), form.get('organisation')]
    const isFile = file instanceof File
    try {
      const id = await receiveLoad(wire(), actor, {
        organisationId: String(organisation) as OrganisationId,
        fileName: isFile ? file.name : '',
        bytes: isFile ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
      })
      return redirect(paths.load(id))
    } catch (error) {
      const { text, status } = refusalOf(error)
      return data({ problem: text }, { status })
    }
  })
}

export default function Loads() {
  const { page, limits } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <PageFrame title={m.loads_title()} lead={m.loads_lead()}>
      <LoadsScreen page={page} problem={reply?.problem ?? null} limits={limits} />
      <p className="mt-8">
        {page.asPartner ? (
          <Link to={paths.partners()} className="link">
            {m.delegations_to_partners()}
          </Link>
        ) : (
          <Link to={paths.myOrganisation({ of: page.organisation.id })} className="link">
            {m.loads_done_to_offers()}
          </Link>
        )}
      </p>
    </PageFrame>
  )
}
