/** Where somebody is signed in, and out of it. No places: an address says little of where somebody is. */
import { Form } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatMoment } from '~/components/format'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import { AccountFrame, AccountSection } from './account-frame'
import { type FormReply, problemsOf } from './form-reply'

/** As it comes out of the loader. */
type Listed = {
  readonly id: string
  readonly browser: string | null
  readonly system: string | null
  readonly since: Date | string
  readonly seenAt: Date | string
  readonly isThis: boolean
}
type Props = { readonly sessions: readonly Listed[]; readonly reply: FormReply }

export function SessionsScreen({ sessions, reply }: Props) {
  return (
    <AccountFrame>
      <AccountSection title={m.security_sessions_title()}>
        <div className="grid gap-5">
          <p className="text-ink-soft">{m.security_sessions_text()}</p>
          <ErrorSummary formErrors={problemsOf(reply)} fields={[]} />
          <ul className="grid gap-4">
            {sessions.map((session) => (
              <li key={session.id} className="card grid gap-2 p-5">
                <Device session={session} />
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-3">
            {sessions.length > 1 ? (
              <Form method="post">
                <Button look="second" name="intent" value="end-others">
                  {m.accounts_account_sessions_end()}
                </Button>
              </Form>
            ) : null}
            <Form method="post" action={paths.signOut()}>
              <Button look="second">{m.accounts_account_sign_out()}</Button>
            </Form>
          </div>
        </div>
      </AccountSection>
    </AccountFrame>
  )
}

function Device({ session }: { readonly session: Listed }) {
  const { id, browser, system, since, seenAt, isThis } = session
  const name =
    browser && system
      ? m.security_session_name({ browser, system })
      : (browser ?? system ?? m.security_session_unknown())
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
        {name}
        {isThis ? <StatusBadge status="booked">{m.security_session_this()}</StatusBadge> : null}
      </h3>
      <p className="text-sm text-ink-soft">
        {m.security_session_times({
          since: formatMoment(new Date(since)),
          seen: formatMoment(new Date(seenAt)),
        })}
      </p>
      {isThis ? null : (
        <Form method="post">
          <input type="hidden" name="session" value={id} />
          <Button look="second" size="small" name="intent" value="end">
            {m.security_session_end()} <span className="sr-only">{name}</span>
          </Button>
        </Form>
      )}
    </>
  )
}
