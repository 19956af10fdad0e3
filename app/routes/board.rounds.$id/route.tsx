import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { paths } from '~/components/paths'
import { roundPage } from '~/features/clearing/queries/round-page.server'
import { topicNames } from '~/features/clearing/queries/topic-names.server'
import { pageNumber, roundAction, roundChangeOf } from '~/features/clearing/schemas'
import { type RoundNews, RoundScreen } from '~/features/clearing/ui/round-screen'
import { changeRound } from '~/features/clearing/use-cases/change-round.server'
import { discardRound } from '~/features/clearing/use-cases/preview-round.server'
import { publishRound } from '~/features/clearing/use-cases/publish-round.server'
import { replayRound } from '~/features/clearing/use-cases/replay-round.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data ? m.board_round_outcome({ served: data.round.served, waiting: data.round.waiting }) : m.common_not_found_title()} · ${m.common_site_name()}`,
  },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { searchParams } = new URL(request.url)
    const [given, left] = ['given', 'left'].map((name) => pageNumber.parse(searchParams.get(name)))
    const round = await roundPage(wire(), actor, { id: params.id ?? '', given: given ?? 1, left: left ?? 1 })
    return { round, topics: await topicNames(wire().db) }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(request, roundAction, async (asked) => {
      const news = await act(actor, id, asked)
      return redirect(asked.intent === 'discard' ? paths.rounds() : roundAddress(id, news))
    })
  })
}

const roundAddress = (id: string, news: RoundNews) => paths.round(id) + (news ? `?news=${news}` : '')

type Asked = ReturnType<typeof roundAction.parse>

async function act(
  actor: Awaited<ReturnType<typeof requireUser>>,
  id: string,
  asked: Asked,
): Promise<RoundNews> {
  const change = roundChangeOf(asked)
  if (change) return (await changeRound(wire(), actor, { id, change })).fellAway > 0 ? 'fell-away' : null
  switch (asked.intent) {
    case 'publish':
      return (await publishRound(wire(), actor, id)).published ? 'published' : 'changed'
    case 'replay':
      return (await replayRound(wire(), actor, id)).isSame ? 'same' : 'different'
    case 'discard':
      await discardRound(wire(), actor, id)
  }
  return null
}

const NEWS: readonly RoundNews[] = ['changed', 'fell-away', 'published', 'same', 'different']

export default function RoundRoute() {
  const { round, topics } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [params] = useSearchParams()
  const formErrors = Object.values(reply?.error ?? {}).flatMap((errors) => errors ?? [])
  const news = NEWS.find((one) => one === params.get('news')) ?? null
  return <RoundScreen round={round} topics={topics} news={news} formErrors={formErrors} />
}
