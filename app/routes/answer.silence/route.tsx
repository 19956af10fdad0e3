import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/components/paths'
import { silencePage } from '~/features/silence/queries/silence-page.server'
import { backForm } from '~/features/silence/schemas'
import { SilenceAnswered, SilenceScreen } from '~/features/silence/ui/silence-screen'
import { comeBack, comeBackByLink, openSilenceLink } from '~/features/silence/use-cases/come-back.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.silence_title()} · ${m.common_site_name()}` },
  { name: 'robots', content: 'noindex' },
]

/** Shows only: mail programs open links by themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const { searchParams } = new URL(request.url)
    const online = searchParams.get('online')
    if (online !== null)
      return { online: Math.min(999, Math.max(0, Math.trunc(Number(online)) || 0)), page: null, token: '' }
    const token = searchParams.get('token') ?? ''
    return {
      online: 0,
      page: await silencePage(wire().db, await openSilenceLink(wire(), token)),
      token,
    }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, () =>
    submitForm(request, backForm, async (asked) => {
      if ('token' in asked) return redirect(paths.backFromSilence(await comeBackByLink(wire(), asked.token)))
      const count = await comeBack(wire(), await requireUser(request), asked.organisation)
      return redirectWithNews(
        paths.myOrganisation({ of: asked.organisation }),
        count > 0 ? m.silence_done({ count }) : m.silence_done_none(),
      )
    }),
  )
}

export default function AnswerSilence() {
  const { online, page, token } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (page === null) return <SilenceAnswered online={online} />
  return <SilenceScreen page={page} token={token} formErrors={reply?.error?.[''] ?? []} />
}
