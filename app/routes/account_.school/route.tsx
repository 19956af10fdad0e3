import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { fieldsOf, typedRequest } from '~/features/requests/domain/request-form'
import { keepDraft } from '~/features/requests/use-cases/keep-draft.server'
import { ASKED_MAX } from '~/features/schools/domain/school-search'
import { mySchools } from '~/features/schools/queries/my-schools.server'
import { searchSchools } from '~/features/schools/queries/school-search.server'
import { schoolAction } from '~/features/schools/schemas'
import { MySchoolScreen } from '~/features/schools/ui/my-school-screen'
import { answerJoin } from '~/features/schools/use-cases/answer-join.server'
import { joinSchool } from '~/features/schools/use-cases/join-school.server'
import { leaveSchool } from '~/features/schools/use-cases/leave-school.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { keptForm, takeKeptAway } from '~/platform/http/kept-form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.schools_my_title(), m.schools_my_meta())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const { searchParams } = new URL(request.url)
    const asked = (searchParams.get('q') ?? '').trim().slice(0, ASKED_MAX)
    const { db } = wire()
    const [mine, search] = await Promise.all([
      mySchools(db, actor),
      searchSchools(db, asked, Number(searchParams.get('page') ?? 1)),
    ])
    return { mine, search }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, schoolAction, async (asked) => {
      const done = await act(actor, asked)
      return (await goOn(request, actor, asked, done)) ?? redirect(`${paths.accountSchool()}?done=${done}`)
    })
  })
}

type Asked = ReturnType<typeof schoolAction.parse>

/**
 * What was filled in before the sign-in is a draft from now on, however long a colleague takes to say yes.
 * @returns `null` where nothing was.
 */
async function goOn(request: Request, actor: SignedInActor, asked: Asked, done: string) {
  const kept = keptForm(request)
  if (asked.intent !== 'join' || !kept) return null
  const typed = typedRequest(fieldsOf({ ...kept, branch: [asked.branchId] }))
  const id = await keepDraft(wire(), actor, { id: null, typed, step: 'check' })
  const headers = { 'Set-Cookie': takeKeptAway() }
  if (done === 'joined' && id !== null) return redirect(paths.requestDraft(id), { headers })
  return redirectWithNews(`${paths.accountSchool()}?done=${done}`, m.requests_kept_waits(), headers)
}

async function act(actor: SignedInActor, asked: Asked): Promise<string> {
  const { branchId } = asked
  switch (asked.intent) {
    case 'join':
      return joinSchool(wire(), actor, { branchId })
    case 'leave':
      await leaveSchool(wire(), actor, { branchId, userId: actor.userId })
      return 'left'
    case 'remove':
      await leaveSchool(wire(), actor, { branchId, userId: asked.userId })
      return 'removed'
    case 'answer': {
      const worksHere = asked.answer === 'yes'
      await answerJoin(wire(), actor, { branchId, userId: asked.userId, worksHere })
      return worksHere ? 'admitted' : 'refused'
    }
  }
}

export default function MySchool() {
  const { mine, search } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [params] = useSearchParams()
  const formErrors = Object.values(reply?.error ?? {})
    .flat()
    .filter((error) => typeof error === 'string')
  return <MySchoolScreen mine={mine} search={search} done={params.get('done')} formErrors={formErrors} />
}
