import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { rounds } from '~/features/clearing/queries/rounds.server'
import { newRound, pageNumber } from '~/features/clearing/schemas'
import { RoundsScreen } from '~/features/clearing/ui/rounds-screen'
import { previewRound } from '~/features/clearing/use-cases/preview-round.server'
import type { RegionId } from '~/kernel/ids'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.board_rounds_title()} · ${m.common_site_name()}` },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return rounds(wire(), actor, pageNumber.parse(new URL(request.url).searchParams.get('page')))
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, newRound, async ({ regionIds, settings }) =>
      redirect(
        paths.round(await previewRound(wire(), actor, { regionIds: regionIds as RegionId[], settings })),
      ),
    )
  })
}

export default function Rounds() {
  const list = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const formErrors = Object.values(reply?.error ?? {}).flatMap((errors) => errors ?? [])
  return <RoundsScreen list={list} formErrors={formErrors} />
}
