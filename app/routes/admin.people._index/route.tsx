import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { blockedPeople, findPeople } from '~/features/administration/queries/people.server'
import { personSearch } from '~/features/administration/schemas'
import { PeopleScreen } from '~/features/administration/ui/people-screen'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { parseForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.administration_people())

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => blockedPeople(wire(), await requireUser(request)))
}

/** Looks only; a form, so that no name stands in an address. */
export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    await blockedPeople(wire(), actor)
    const parsed = await parseForm(request, personSearch)
    if (!parsed.ok) return data({ found: null, who: '', reply: parsed.response.data }, { status: 422 })
    const { who } = parsed.value
    return data({ found: await findPeople(wire(), actor, who), who, reply: undefined })
  })
}

export default function PeoplePage() {
  const blocked = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PeopleScreen
      blocked={blocked}
      found={answer?.found ?? null}
      who={answer?.who ?? ''}
      reply={answer?.reply}
    />
  )
}
