import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Actor, SignedInActor } from '~/authorisation/actor'
import { paths } from '~/components/paths'
import { fittingOffers } from '~/features/matchmaking/queries/fitting-offers.server'
import { enterRequest } from '~/features/phone-entries/use-cases/enter-request.server'
import { keptAnswers, stepNamed } from '~/features/requests/domain/draft'
import {
  type RequestForm,
  type StepName,
  type TypedRequest,
  typedRequest,
} from '~/features/requests/domain/request-form'
import { alikeLately } from '~/features/requests/queries/alike-lately.server'
import { firstAnswers } from '~/features/requests/queries/first-answers.server'
import { type ReadRequest, requestForm } from '~/features/requests/queries/request-form.server'
import { addressOfAnswers } from '~/features/requests/ui/answers-address'
import { ChooseSchool } from '~/features/requests/ui/choose-school'
import { NoSchool } from '~/features/requests/ui/no-school'
import { RequestWizard } from '~/features/requests/ui/request-wizard'
import { finishDraft, keepDraft } from '~/features/requests/use-cases/keep-draft.server'
import { postRequest } from '~/features/requests/use-cases/post-request.server'
import { searchSchools } from '~/features/schools/queries/school-search.server'
import { calendarDateOf } from '~/kernel/calendar'
import { notFound } from '~/kernel/errors'
import * as m from '~/paraglide/messages'
import { actorOf } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { readForm, refusalOf, speakOfMistakes } from '~/platform/http/form.server'
import { keepForm, keptForm, takeKeptAway } from '~/platform/http/kept-form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.requests_new_title()} · ${m.common_site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await actorOf(request)
    const { searchParams } = new URL(request.url)
    const begun = await firstAnswers(wire(), actor, searchParams, keptForm(request))
    if (begun.goOnAt) throw redirect(addressOfAnswers(begun.typed, begun.goOnAt))
    const step = stepNamed(searchParams.get('step'))
    // A new key each time the page comes: only the same page sent twice is the same request.
    const page = await wizardPage(actor, { ...begun.typed, submissionKey: [crypto.randomUUID()] }, step)
    if (page) return data(page, { status: page.form.step === step ? 200 : 422 })
    const { db } = wire()
    if (actor.kind !== 'user') {
      const asked = (searchParams.get('q') ?? '').slice(0, 100)
      const search = await searchSchools(db, asked, Number(searchParams.get('page') ?? 1))
      return data({ kind: 'choose-school' as const, search, typed: begun.typed })
    }
    const branchId = keptForm(request)?.branch?.[0] ?? ''
    const school = branchId
      ? await db.schoolBranch.findUnique({ where: { id: branchId }, select: { id: true, name: true } })
      : null
    return data({ kind: 'no-school' as const, school })
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await actorOf(request)
    const posted = await readForm(request)
    const typed = typedRequest(posted)
    if (actor.kind === 'user' && (posted.has('step') || posted.has('later')))
      return keep(actor, typed, posted)
    const page = await wizardPage(actor, typed, 'all')
    // Only a school's own address may be filled in for it: an unknown one is as one of somebody else.
    if (!page || (typed.branch?.[0] && typed.branch[0] !== page.form.branchId))
      throw notFound('page.not-found')
    if (!page.read) return data({ ...page, read: null }, { status: 422 })
    if (actor.kind !== 'user')
      return redirect(paths.signIn(paths.keptRequest()), {
        headers: { 'Set-Cookie': keepForm({ ...keptAnswers(typed), branch: [page.form.branchId] }) },
      })
    try {
      return await post(actor, { typed, form: page.form, read: page.read })
    } catch (error) {
      const { text, status } = refusalOf(error)
      return data({ ...page, form: { ...page.form, formErrors: [text] }, read: null }, { status })
    }
  })
}

/** One step of many: what is answered so far is a draft, and the next step has it in its address. */
async function keep(actor: SignedInActor, typed: TypedRequest, posted: FormData) {
  const later = posted.get('later')
  const step = stepNamed(String(later ?? posted.get('step')))
  const id = await keepDraft(wire(), actor, { id: typed.draft?.[0] ?? null, typed, step })
  // From now on the draft keeps it, not the browser.
  const headers = id === null ? undefined : { 'Set-Cookie': takeKeptAway() }
  if (later !== null && id !== null)
    return redirectWithNews(paths.requests(), m.requests_draft_kept_news(), headers)
  return redirect(
    addressOfAnswers({ ...typed, ...(id !== null && { draft: [id] }) }, step),
    headers ? { headers } : {},
  )
}

type Posted = { readonly typed: TypedRequest; readonly form: RequestForm; readonly read: ReadRequest }

async function post(actor: SignedInActor, { typed, form, read }: Posted) {
  if (form.forSchool) {
    const id = await enterRequest(wire(), actor, read)
    return redirectWithNews(paths.boardRequest(id), m.phone_entered_request_news())
  }
  const { id } = await postRequest(wire(), actor, read)
  if (typed.draft?.[0]) await finishDraft(wire(), actor, typed.draft[0])
  const offer = typed.offer?.[0]
  return redirect(`${paths.request(id)}${offer ? `?offer=${encodeURIComponent(offer)}` : ''}`, {
    headers: { 'Set-Cookie': takeKeptAway() },
  })
}

async function wizardPage(actor: Actor, typed: TypedRequest, step: StepName | 'all') {
  speakOfMistakes()
  const { db, clock, textFits } = wire()
  const now = clock.now()
  const answer = await requestForm(db, now, actor, { typed, step })
  if (!answer) return null
  const { form, read } = answer
  const { kind: kinds = [], topic: topicIds = [] } = form.typed
  const [fitting, alike] = await Promise.all([
    fittingOffers({ db, textFits }, now, form),
    form.step === 'check'
      ? alikeLately(db, actor, calendarDateOf(now), { branchId: form.branchId, kinds, topicIds })
      : null,
  ])
  return { kind: 'wizard' as const, form, fitting, alike, read }
}

export default function NewRequest() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const page = refused ?? loaded
  if (page.kind === 'wizard') return <RequestWizard {...page} />
  return page.kind === 'no-school' ? <NoSchool kept={page.school} /> : <ChooseSchool {...page} />
}
