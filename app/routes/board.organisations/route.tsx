import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formProblems } from '~/components/form-problems'
import { boardOrganisations } from '~/features/organisations/queries/board-organisations.server'
import { verdictForm } from '~/features/organisations/schemas'
import {
  BoardOrganisationsScreen,
  type VerdictReply,
} from '~/features/organisations/ui/board-organisations-screen'
import { judgeOrganisation } from '~/features/organisations/use-cases/judge-organisation.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data: board }) => [
  { title: `${m.organisations_board_title({ count: board?.total ?? 0 })} · ${m.common_site_name()}` },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
    return boardOrganisations(wire(), await requireUser(request), { page })
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, verdictForm, async ({ organisation: id, seen, ...given }) => {
      const verdict =
        given.intent === 'refuse'
          ? ({ kind: 'refuse', reason: given.reason } as const)
          : ({ kind: 'verify' } as const)
      await judgeOrganisation(wire(), actor, { id, seen, verdict })
      const { pathname, search } = new URL(request.url)
      const news =
        verdict.kind === 'verify' ? m.organisations_news_verified() : m.organisations_news_refused()
      return redirectWithNews(pathname + search, news)
    })
  })
}

type Reply = ReturnType<typeof useActionData<typeof action>>

export default function BoardOrganisations() {
  const board = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <BoardOrganisationsScreen
      board={board}
      formErrors={formProblems(reply, ['reason'])}
      reply={verdictOf(reply)}
    />
  )
}

function verdictOf(reply: Reply): VerdictReply | null {
  const { organisation, reason } = reply?.initialValue ?? {}
  if (typeof organisation !== 'string') return null
  const reasonErrors = reply?.error?.reason ?? []
  return { organisation, reason: typeof reason === 'string' ? reason : '', reasonErrors }
}
