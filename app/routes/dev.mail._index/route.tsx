/** What the mail catcher of demo, development and tests took. Not there in production. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CaughtMailsScreen } from '~/features/accounts/ui/caught-mails-screen'
import { notFound } from '~/kernel/errors'
import * as m from '~/paraglide/messages'
import { refuseInProduction } from '~/platform/http/dev-pages.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [{ title: `${m.accounts_mails_title()} · ${m.common_site_name()}` }]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { env, caughtMails } = wire()
    refuseInProduction(env)
    if (caughtMails === null) throw notFound('page.not-found')
    const mails = await caughtMails.list()
    return mails.map(({ id, to, subject, date }) => ({ id, to, subject, date }))
  })
}

export default function CaughtMails() {
  return <CaughtMailsScreen mails={useLoaderData<typeof loader>()} />
}
