import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { planPage } from '~/features/bookings/queries/plan-page.server'
import { FIELD_OF_ERROR, planForm } from '~/features/bookings/schemas'
import { PlanScreen } from '~/features/bookings/ui/plan-form'
import { savePlan } from '~/features/bookings/use-cases/save-plan.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.bookings_plan_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => planPage(wire().db, await requireUser(request), params.id ?? ''))
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(
      request,
      planForm,
      async ({ version, vogAsked, vogSeenOn, ...typed }) => {
        const plan = { ...typed, vog: { asked: vogAsked, seenOn: vogSeenOn } }
        await savePlan(wire(), actor, { id, version, plan })
        return redirectWithNews(paths.booking(id), m.bookings_plan_news())
      },
      { fieldOf: FIELD_OF_ERROR },
    )
  })
}

/** Who was too late reads what stands there now beside what was typed. */
export const shouldRevalidate = () => true

export default function BookingPlan() {
  return <PlanScreen page={useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
