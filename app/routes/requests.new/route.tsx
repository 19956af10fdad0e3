import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Actor } from '~/authorisation/actor'
import { paths } from '~/components/paths'
import { fittingOffers } from '~/features/matchmaking/queries/fitting-offers.server'
import { enterRequest } from '~/features/phone-entries/use-cases/enter-request.server'
import {
  answersAgain,
  type RequestForm,
  STEPS,
  type StepName,
  typedRequest,
} from '~/features/requests/domain/request-form'
import { offerAsAnswers } from '~/features/requests/queries/offer-as-answers.server'
import { requestForm } from '~/features/requests/queries/request-form.server'
import { requestPage } from '~/features/requests/queries/request-page.server'
import { NoSchool } from '~/features/requests/ui/no-school'
import { RequestWizard } from '~/features/requests/ui/request-wizard'
import { postRequest } from '~/features/requests/use-cases/post-request.server'
import { calendarDateOf } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { readForm, refusalOf, speakOfMistakes } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.requests_new_title()} · ${m.common_site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { searchParams } = new URL(request.url)
    const step = STEPS.find((name) => name === searchParams.get('step')) ?? 'what'
    // A new key each time the page comes: only the same page sent twice is the same request.
    searchParams.set('submissionKey', crypto.randomUUID())
    const typed = await firstAnswers(actor, searchParams)
    const page = await wizardPage(actor, typed, step)
    return data(page, { status: page && page.form.step !== step ? 422 : 200 })
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const typed = typedRequest(await readForm(request))
    const page = await wizardPage(actor, typed, 'all')
    // Only a school's own address may be filled in for it: an unknown one is as one of somebody else.
    if (!page || (typed.branch?.[0] && typed.branch[0] !== page.form.branchId))
      throw notFound('page.not-found')
    if (!page.read) return data({ ...page, read: null }, { status: 422 })
    try {
      if (page.form.forSchool) {
        const id = await enterRequest(wire(), actor, page.read)
        return redirectWithNews(paths.boardRequest(id), m.phone_entered_request_news())
      }
      const { id } = await postRequest(wire(), actor, page.read)
      return redirect(
        `${paths.request(id)}${typed.offer?.[0] ? `?offer=${encodeURIComponent(typed.offer[0])}` : ''}`,
      )
    } catch (error) {
      const { text, status } = refusalOf(error)
      return data({ ...page, form: { ...page.form, formErrors: [text] }, read: null }, { status })
    }
  })
}

/** Of the address; of the offer or the earlier request that it begins at, where nothing is answered yet. */
async function firstAnswers(actor: Actor, params: URLSearchParams): Promise<RequestForm['typed']> {
  const { db, clock } = wire()
  const again = params.get('again')
  if (again === null) return typedRequest(await offerAsAnswers(db, params))
  const now = clock.now()
  const earlier = await requestPage(db, actor, now, again)
  if (!earlier.mayEdit) throw notFound('page.not-found')
  const answers = answersAgain(earlier, { branch: earlier.branchId, today: calendarDateOf(now) })
  return { ...answers, ...typedRequest(params) }
}

async function wizardPage(actor: Actor, typed: RequestForm['typed'], step: StepName | 'all') {
  speakOfMistakes()
  const { db, clock, textFits } = wire()
  const now = clock.now()
  const answer = await requestForm(db, now, actor, { typed, step })
  if (!answer) return null
  const fitting = await fittingOffers({ db, textFits }, now, answer.form)
  return { form: answer.form, fitting, read: answer.read }
}

export default function NewRequest() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const page = refused ?? loaded
  return page ? <RequestWizard {...page} /> : <NoSchool />
}
