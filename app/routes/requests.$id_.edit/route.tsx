import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { changeForSchool } from '~/features/phone-entries/use-cases/change-for-school.server'
import { answersOf, typedRequest } from '~/features/requests/domain/request-form'
import { requestForm } from '~/features/requests/queries/request-form.server'
import { requestPage } from '~/features/requests/queries/request-page.server'
import { RequestEdit } from '~/features/requests/ui/request-edit'
import { changeRequest } from '~/features/requests/use-cases/change-request.server'
import { notFound } from '~/kernel/errors'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { readForm, refusalOf, speakOfMistakes } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.requests_edit_title()} · ${m.common_site_name()}` }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { page, form } = await formOf(request, params.id, null)
    return { id: page.id, form }
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const { actor, page, form, read } = await formOf(request, params.id, await readForm(request))
    if (!read) return data({ form }, { status: 422 })
    try {
      const change = { ...read, id: page.id }
      if (form.forSchool) {
        await changeForSchool(wire(), actor, change)
        return redirectWithNews(paths.boardRequest(page.id), m.phone_changed_request_news())
      }
      await changeRequest(wire(), actor, change)
      return redirectWithNews(paths.request(page.id), m.requests_changed_news())
    } catch (error) {
      const { text, status } = refusalOf(error)
      return data({ form: { ...form, formErrors: [text] } }, { status })
    }
  })
}

/** @param posted `null`: the request as it is. */
async function formOf(request: Request, id: string | undefined, posted: FormData | null) {
  speakOfMistakes()
  const actor = await requireUser(request)
  const { db, clock } = wire()
  const now = clock.now()
  const page = await requestPage(db, actor, now, id ?? '')
  const typed = posted ? typedRequest(posted) : answersOf(page)
  const answer = await requestForm(db, now, actor, { typed, step: 'all', branchId: page.branchId })
  if (!answer) throw notFound('page.not-found')
  return { actor, page, ...answer }
}

export default function EditRequest() {
  const { id, form } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <RequestEdit id={id} form={refused?.form ?? form} />
}
