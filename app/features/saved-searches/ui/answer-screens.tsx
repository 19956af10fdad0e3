/** Behind the links of the mails: each shows what it would do, the button does it. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { type FormReply, problemsOf } from '~/features/accounts/ui/form-reply'
import * as m from '~/paraglide/messages'
import type { LinkedSearches } from '../queries/saved-searches.server'
import { SearchLines } from './search-lines'

type Props = LinkedSearches & { readonly token: string; readonly reply: FormReply }

export function ConfirmSearchScreen({ searches, token, reply }: Props) {
  return (
    <PageFrame title={m.searches_confirm_title()} lead={m.searches_confirm_text()} narrow>
      <div className="grid gap-6">
        <ErrorSummary formErrors={problemsOf(reply)} fields={[]} />
        <SearchLines searches={searches} />
        <OneButton token={token} label={m.searches_confirm_button()} />
        <p className="text-ink-soft">{m.searches_confirm_not_you()}</p>
      </div>
    </PageFrame>
  )
}

export function RenewSearchesScreen({ searches, token, reply }: Props) {
  return (
    <PageFrame title={m.searches_renew_title()} lead={m.searches_renew_text()} narrow>
      <div className="grid gap-6">
        <ErrorSummary formErrors={problemsOf(reply)} fields={[]} />
        <SearchLines searches={searches} />
        <OneButton token={token} label={m.searches_renew_button()} />
      </div>
    </PageFrame>
  )
}

/** The token stands in the address: the forms post to the page itself. */
export function EndSearchesScreen({ searches, reply }: Omit<Props, 'token'>) {
  const busy = useNavigation().state === 'submitting'
  if (searches.length === 0)
    return (
      <PageFrame title={m.searches_ended_title()} lead={m.searches_ended_text()} narrow>
        <ToFinder />
      </PageFrame>
    )
  return (
    <PageFrame title={m.searches_end_title()} lead={m.searches_end_text()} narrow>
      <div className="grid gap-6">
        <ErrorSummary formErrors={problemsOf(reply)} fields={[]} />
        <SearchLines searches={searches} canEnd />
        {searches.length > 1 ? (
          <Form method="post">
            <Button busy={busy} busyText={m.searches_busy()}>
              {m.searches_end_all()}
            </Button>
          </Form>
        ) : null}
      </div>
    </PageFrame>
  )
}

export function SearchAnsweredScreen({ done }: { readonly done: 'confirmed' | 'renewed' }) {
  return done === 'confirmed' ? (
    <PageFrame title={m.searches_confirmed_title()} lead={m.searches_confirmed_text()} narrow>
      <ToFinder />
    </PageFrame>
  ) : (
    <PageFrame title={m.searches_renewed_title()} lead={m.searches_renewed_text()} narrow>
      <ToFinder />
    </PageFrame>
  )
}

function OneButton({ token, label }: { readonly token: string; readonly label: string }) {
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post">
      <input type="hidden" name="token" value={token} />
      <Button busy={busy} busyText={m.searches_busy()}>
        {label}
      </Button>
    </Form>
  )
}

function ToFinder() {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <ButtonLink to={paths.finder()}>{m.searches_back_to_finder()}</ButtonLink>
      <Link to={paths.home()} className="link py-2">
        {m.searches_to_home()}
      </Link>
    </div>
  )
}
