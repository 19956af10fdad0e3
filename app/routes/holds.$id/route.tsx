import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { heldPlace } from '~/features/clearing/queries/held-place.server'
import { holdAnswer } from '~/features/clearing/schemas'
import { HoldScreen } from '~/features/clearing/ui/hold-screen'
import { answerHold } from '~/features/clearing/use-cases/answer-hold.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.clearing_hold_title()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return heldPlace(wire(), actor, params.id ?? '')
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(request, holdAnswer, async ({ answer }) => {
      const booking = await answerHold(wire(), actor, { id, yes: answer === 'yes' })
      return redirect(booking ? paths.booking(booking) : paths.hold(id))
    })
  })
}

export default function HoldPage() {
  const held = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const formErrors = Object.values(reply?.error ?? {}).flatMap((errors) => errors ?? [])
  return <HoldScreen held={held} token={null} formErrors={formErrors} />
}
