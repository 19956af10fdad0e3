/** One field: the address that new offers for this question are mailed to. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { GuardFields } from '~/components/guard-fields'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { FactTable } from '~/components/title-block'
import { type FormReply, problemsOf } from '~/features/accounts/ui/form-reply'
import { finderPath } from '~/features/finder/domain/finder-address'
import * as m from '~/paraglide/messages'
import type { NewSavedSearch } from '../queries/saved-searches.server'
import { questionWords } from './question-words'

type Props = { readonly search: NewSavedSearch; readonly reply: FormReply }

export function SaveSearchScreen({ search, reply }: Props) {
  const [form, { email }] = useForm<{ email: string }>({
    id: 'save-search',
    lastResult: reply ?? null,
    defaultValue: { email: search.email },
  })
  const busy = useNavigation().state === 'submitting'
  return (
    <PageFrame title={m.searches_new_title()} lead={m.searches_new_lead()} narrow>
      <Form method="post" id={form.id} noValidate className="grid gap-6">
        <GuardFields />
        <ErrorSummary formErrors={problemsOf(reply)} fields={[email]} />
        <FactTable facts={[{ label: m.searches_question(), value: questionWords(search) }]} />
        <input type="hidden" name="query" value={search.query} />
        <TextField
          field={email}
          label={m.searches_email()}
          hint={m.searches_email_hint()}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          required
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button busy={busy} busyText={m.searches_busy()}>
            {m.searches_new_button()}
          </Button>
          <Link to={finderPath(search.state)} className="link py-2">
            {m.searches_back_to_finder()}
          </Link>
        </div>
        <p className="text-sm text-ink-soft">
          {m.searches_privacy()}{' '}
          <Link to={paths.privacy()} className="link">
            {m.searches_privacy_link()}
          </Link>
        </p>
      </Form>
    </PageFrame>
  )
}

/** The same words whether the address is known or not. */
export function SearchSavedScreen({ showsMails }: { readonly showsMails: boolean }) {
  return (
    <PageFrame title={m.searches_sent_title()} lead={m.searches_sent_text()} narrow>
      <div className="grid gap-4">
        {showsMails ? (
          <p>
            <Link to={paths.devMail()} className="link">
              {m.accounts_sent_to_mails()}
            </Link>
          </p>
        ) : null}
        <p>{m.searches_sent_nothing()}</p>
        <p>
          <Link to={paths.finder()} className="link py-1">
            {m.searches_back_to_finder()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}
