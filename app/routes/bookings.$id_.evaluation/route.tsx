import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { evaluationPage } from '~/features/evaluations/queries/evaluation-page.server'
import { evaluationForm } from '~/features/evaluations/schemas'
import { EvaluationScreen } from '~/features/evaluations/ui/evaluation-screen'
import { evaluateBooking } from '~/features/evaluations/use-cases/evaluate-booking.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.evaluations_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => evaluationPage(wire(), await requireUser(request), params.id ?? ''))
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(
      request,
      evaluationForm,
      async ({ goal, fit, noPupils, ...said }) => {
        const answers = { ...said, goal: goal ?? null, fit: fit ?? null, noPupils: noPupils === 'on' }
        await evaluateBooking(wire(), actor, { id, ...answers })
        return redirectWithNews(paths.evaluation(id), m.evaluations_news())
      },
      { fieldOf: { 'evaluation.about-pupils': 'noPupils' } },
    )
  })
}

export default function Evaluation() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <EvaluationScreen page={page} reply={reply} />
}
