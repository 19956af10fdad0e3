import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import { ErrorSummary } from '~/components/error-summary'
import { formProblems } from '~/components/form-problems'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import type { LoadState } from '~/features/loads/domain/load'
import { fieldWord } from '~/features/loads/domain/load-field'
import { columnTwice } from '~/features/loads/errors'
import { type LoadPage, loadPage } from '~/features/loads/queries/load-page.server'
import { type LoadAction, loadAction, mappingOf } from '~/features/loads/schemas'
import { CheckScreen } from '~/features/loads/ui/check-screen'
import { DoneScreen } from '~/features/loads/ui/done-screen'
import { MappingForm } from '~/features/loads/ui/mapping-form'
import { WorkScreen } from '~/features/loads/ui/work-screen'
import { checkLoad } from '~/features/loads/use-cases/check-load.server'
import { reopenLoad } from '~/features/loads/use-cases/reopen-load.server'
import { cancelLoad, startLoad, undoLoad } from '~/features/loads/use-cases/start-load.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

const TITLE: Readonly<Record<LoadState, () => string>> = {
  mapping: m.loads_mapping_title,
  checked: m.loads_check_title,
  running: m.loads_running_title,
  done: m.loads_done_title,
  undoing: m.loads_undoing_title,
  undone: m.loads_undone_title,
  cancelled: m.loads_cancelled_title,
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageMeta(data ? TITLE[data.state]() : m.loads_title())

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const asked = { show: searchParams.get('show'), page: Number(searchParams.get('page') ?? 1) }
    return loadPage(wire(), await requireUser(request), params.id ?? '', asked, getLocale())
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(request, loadAction, (asked) => press(actor, id, asked))
  })
}

async function press(actor: SignedInActor, id: string, asked: LoadAction): Promise<Response> {
  switch (asked.intent) {
    case 'check': {
      const { mapping, twice } = mappingOf(asked.column ?? {})
      if (twice !== null) throw columnTwice(fieldWord[twice]())
      await checkLoad(wire(), actor, { id, mapping })
      break
    }
    case 'start':
      await startLoad(wire(), actor, {
        id,
        publish: asked.as === 'publish',
        onlyGood: asked.which === 'good',
      })
      break
    case 'again':
      await reopenLoad(wire(), actor, id)
      break
    case 'undo':
      await undoLoad(wire(), actor, id)
      break
    case 'cancel': {
      const organisationId = await cancelLoad(wire(), actor, id)
      return redirectWithNews(paths.loads(organisationId), m.loads_news_cancelled())
    }
  }
  return redirect(paths.load(id))
}

export default function Load() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const chosen = reply?.initialValue?.column
  return (
    <PageFrame title={TITLE[page.state]()}>
      <div className="grid gap-6">
        <ErrorSummary formErrors={formProblems(reply, [])} fields={[]} />
        <Screen page={page} chosen={typeof chosen === 'object' && chosen ? { ...chosen } : null} />
        <p>
          <Link to={paths.loads(page.organisation.id)} className="link">
            {m.loads_back()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}

type ScreenProps = { readonly page: LoadPage; readonly chosen: Readonly<Record<string, unknown>> | null }

function Screen({ page, chosen }: ScreenProps) {
  switch (page.state) {
    case 'mapping':
      return <MappingForm page={page} chosen={chosen} />
    case 'checked':
      return <CheckScreen page={page} />
    case 'running':
    case 'undoing':
      return <WorkScreen page={page} />
    case 'done':
    case 'undone':
      return <DoneScreen page={page} />
    case 'cancelled':
      return <p>{m.loads_cancelled_text()}</p>
  }
}
