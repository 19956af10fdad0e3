/** Behind the link of an invitation: what it is about, and yes or no. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { InvitationPage } from '../queries/invitation-page.server'

export function InvitationScreen({ page, token }: { readonly page: InvitationPage; readonly token: string }) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formMethod === 'POST'
  return (
    <div className="page py-8 md:py-12">
      <div className="grid max-w-(--measure) gap-6">
        <div>
          <h1 className="wrap-break-word">{page.title}</h1>
          <p className="mt-3 text-lg text-ink-soft">{m.projects_invited_lead({ name: page.name })}</p>
        </div>
        <section>
          <h2>{m.projects_members()}</h2>
          <ul className="mt-2">
            {page.members.map(({ name, placeName }) => (
              <li key={`${name} ${placeName}`}>
                {name}, {placeName}
              </li>
            ))}
          </ul>
        </section>
        <Words heading={m.projects_field_goal()} text={page.goal} />
        <Words heading={m.projects_field_results()} text={page.results} />
        <p>{m.projects_next_answer()}</p>
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="token" value={token} />
          <Button name="answer" value="yes" busy={busy} busyText={m.projects_busy()}>
            {m.projects_accept()}
          </Button>
          <Button name="answer" value="no" look="second" busy={busy} busyText={m.projects_busy()}>
            {m.projects_refuse()}
          </Button>
        </Form>
      </div>
    </div>
  )
}

function Words({ heading, text }: { readonly heading: string; readonly text: string }) {
  if (text === '') return null
  return (
    <section>
      <h2>{heading}</h2>
      <p className="mt-2 whitespace-pre-line wrap-break-word">{text}</p>
    </section>
  )
}

/** After an answer, for somebody who has not signed in. */
export function InvitationAnswered({ yes }: { readonly yes: boolean }) {
  return (
    <div className="page py-8 md:py-12">
      <div className="grid max-w-(--measure) gap-5">
        <h1>{yes ? m.projects_answered_yes() : m.projects_answered_no()}</h1>
        <p className="text-lg">{yes ? m.projects_answered_yes_text() : m.projects_answered_no_text()}</p>
        <p>
          <Link to={paths.projects()} className="link">
            {m.projects_all()}
          </Link>
        </p>
      </div>
    </div>
  )
}
