/** One mail that the catcher of demo, development and tests took. Not there in production. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CaughtMailScreen } from '~/features/accounts/ui/caught-mail-screen'
import { notFound } from '~/kernel/errors'
import * as m from '~/paraglide/messages'
import { refuseInProduction } from '~/platform/http/dev-pages.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data: mail }) => [
  { title: `${mail?.subject ?? m.accounts_mails_title()} · ${m.common_site_name()}` },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { env, caughtMails } = wire()
    refuseInProduction(env)
    const mail = await caughtMails?.read(params.id ?? '')
    if (!mail) throw notFound('page.not-found')
    return mail
  })
}

export default function CaughtMail() {
  return <CaughtMailScreen mail={useLoaderData<typeof loader>()} />
}
