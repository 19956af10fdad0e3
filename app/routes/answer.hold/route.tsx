import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SYSTEM } from '~/authorisation/actor'
import { paths } from '~/components/paths'
import { heldPlace } from '~/features/clearing/queries/held-place.server'
import { holdAnswerByLink } from '~/features/clearing/schemas'
import { HoldAnswered, HoldScreen } from '~/features/clearing/ui/hold-screen'
import { answerHoldByLink } from '~/features/clearing/use-cases/answer-hold-by-link.server'
import { openHoldLink } from '~/features/clearing/use-cases/open-hold-link.server'
import * as m from '~/paraglide/messages'
import { parseForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.clearing_hold_title()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const done = searchParams.get('done')
    if (done) return { done, held: null, token: '' }
    const token = searchParams.get('token') ?? ''
    const held = await heldPlace(wire(), SYSTEM, await openHoldLink(wire(), token))
    return { done: null, held, token }
  })
}

/** A used or late link has no form to go back to: its word is the whole page. */
export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const form = await parseForm(request, holdAnswerByLink)
    if (!form.ok) return form.response
    const yes = form.value.answer === 'yes'
    await answerHoldByLink(wire(), { token: form.value.token, yes })
    return redirect(paths.answerHoldDone(form.value.answer))
  })
}

export default function AnswerHold() {
  const { done, held, token } = useLoaderData<typeof loader>()
  return held ? (
    <HoldScreen held={held} token={token} formErrors={[]} />
  ) : (
    <HoldAnswered yes={done === 'yes'} />
  )
}
