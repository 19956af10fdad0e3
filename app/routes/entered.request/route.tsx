import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SYSTEM } from '~/authorisation/actor'
import { paths } from '~/components/paths'
import { FIELD_OF_ERROR } from '~/features/accounts/schemas'
import { hasAccount } from '~/features/phone-entries/queries/has-account.server'
import { enteredRequestForm } from '~/features/phone-entries/schemas'
import { EnteredScreen, EnteredWithdrawn } from '~/features/phone-entries/ui/entered-screen'
import {
  accountByLink,
  joinByLink,
  openEntryLink,
  withdrawByLink,
} from '~/features/phone-entries/use-cases/answer-entry.server'
import { requestPage } from '~/features/requests/queries/request-page.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { startSession } from '~/platform/auth/session.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { clientAddress } from '~/platform/http/request-context.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => [
  { title: `${m.phone_entered_facts()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    if (searchParams.get('done')) return null
    const { db, clock } = wire()
    const token = searchParams.get('token') ?? ''
    const { requestId, contact } = await openEntryLink(wire(), token)
    const [page, isKnown] = await Promise.all([
      requestPage(db, SYSTEM, clock.now(), requestId),
      hasAccount(db, contact.email),
    ])
    return { request: page, contact, hasAccount: isKnown, token }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(request, enteredRequestForm, act.bind(null, request), {
      secret: ['password', 'token'],
      fieldOf: FIELD_OF_ERROR,
    }),
  )
}

async function act(request: Request, asked: ReturnType<typeof enteredRequestForm.parse>) {
  switch (asked.intent) {
    case 'withdraw':
      await withdrawByLink(wire(), asked.token)
      return redirect(paths.enteredRequestDone())
    case 'join': {
      const { requestId, way } = await joinByLink(wire(), asked.token)
      return redirect(paths.signIn(way === 'joined' ? paths.request(requestId) : paths.accountSchool()))
    }
    case 'account': {
      const account = { ...asked, locale: getLocale(), clientAddress: clientAddress() }
      const { userId, email, requestId, way } = await accountByLink(wire(), account)
      const cookies = [(await startSession(userId, request)).cookie, wire().knownBrowsers.remember(email)]
      const headers = cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])
      if (way === 'asked')
        return redirectWithNews(paths.accountSchool(), m.phone_account_asked_news(), headers)
      return redirectWithNews(paths.request(requestId), m.phone_account_news(), headers)
    }
  }
}

export default function EnteredRequest() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return page ? <EnteredScreen {...page} reply={reply} /> : <EnteredWithdrawn />
}
