/** Ends the session of this browser. By POST only: a picture on another site signs nobody out. */
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import { endSession } from '~/platform/auth/session.server'
import { redirectWithNews } from '~/platform/http/flash.server'

export async function action({ request }: ActionFunctionArgs) {
  return redirectWithNews(paths.home(), m.accounts_signed_out(), {
    'Set-Cookie': await endSession(request),
  })
}

export function loader() {
  return redirect(paths.account())
}
