/** Material that needs no company: a press gives it and counts. Looking gives and counts nothing. */
import {
  type ActionFunctionArgs,
  data,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { materialPage } from '~/features/offers/queries/material-page.server'
import { MaterialScreen } from '~/features/offers/ui/material-screen'
import { takeMaterial } from '~/features/offers/use-cases/take-material.server'
import * as m from '~/paraglide/messages'
import { actorOf } from '~/platform/auth/actor.server'
import { browserOf } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data: material }) => [
  { title: `${material?.title ?? m.common_not_found_title()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => materialPage(wire(), await actorOf(request), params.id ?? ''))
}

/** The answer leads on by `Refresh`: a form of ours may send to this site only, and what it redirects to counts for that. */
export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const taking = { id: params.id ?? '', browser: browserOf(request) }
    const { url } = await takeMaterial(wire(), await actorOf(request), taking)
    return data({ url }, url === null ? {} : { headers: { Refresh: `0;url=${new URL(url).href}` } })
  })
}

export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders
}

export default function Material() {
  return (
    <MaterialScreen
      material={useLoaderData<typeof loader>()}
      taken={useActionData<typeof action>() ?? null}
    />
  )
}
