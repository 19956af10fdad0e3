import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { evaluationPage } from '~/features/evaluations/queries/evaluation-page.server'
import { linkEvaluationForm } from '~/features/evaluations/schemas'
import { EvaluatedScreen, EvaluationLinkScreen } from '~/features/evaluations/ui/evaluation-link-screen'
import { evaluateByLink, openEvaluationLink } from '~/features/evaluations/use-cases/evaluate-by-link.server'
import { isUuid } from '~/kernel/ids'
import * as m from '~/paraglide/messages'
import { actorOf } from '~/platform/auth/actor.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.evaluations_title()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    if (searchParams.has('done')) {
      const again = searchParams.get('again')
      return { page: null, again: again && isUuid(again) ? again : null }
    }
    const { bookingId, actor } = await openEvaluationLink(wire(), await askedBy(request))
    return { page: await evaluationPage(wire(), actor, bookingId), again: null }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const link = await askedBy(request)
    const { bookingId, actor } = await openEvaluationLink(wire(), link)
    const { requestId, side } = await evaluationPage(wire(), actor, bookingId)
    return submitForm(
      request,
      linkEvaluationForm,
      async ({ goal, fit, pupils, noPupils, ...said }) => {
        await evaluateByLink(wire(), link, {
          ...said,
          ...{ goal: goal ?? null, fit: fit ?? null, pupils: pupils ?? null },
          noPupils: noPupils === 'on',
        })
        return redirect(paths.evaluatedByLink(side === 'school' ? requestId : null))
      },
      { fieldOf: { 'evaluation.about-pupils': 'noPupils' } },
    )
  })
}

async function askedBy(request: Request) {
  const actor = await actorOf(request)
  return {
    token: new URL(request.url).searchParams.get('token'),
    signedInAs: actor.kind === 'user' ? actor.userId : null,
  }
}

export default function AnswerEvaluation() {
  const { page, again } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return page === null ? (
    <EvaluatedScreen again={again} />
  ) : (
    <EvaluationLinkScreen page={page} reply={reply} />
  )
}
