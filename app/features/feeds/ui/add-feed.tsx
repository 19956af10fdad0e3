/** The form for one more feed. */
import type { SubmissionResult } from '@conform-to/dom'
import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Select, TextField } from '~/components/field'
import { formProblems } from '~/components/form-problems'
import { kindWord, locationWord } from '~/features/finder/ui/words'
import { OFFER_KINDS, OFFER_LOCATIONS } from '~/kernel/education'
import * as m from '~/paraglide/messages'

export type FeedReply = SubmissionResult<string[]> | undefined

type Props = { readonly organisationId: string; readonly reply: FeedReply }

export function AddFeed({ organisationId, reply }: Props) {
  const busy = useNavigation().formData?.get('intent') === 'add'
  const field = (name: 'url' | 'kind' | 'location', fallback: string) => {
    const errors = reply?.error?.[name]
    return {
      id: `feed-${name}`,
      name,
      initialValue: reply?.initialValue?.[name] ?? fallback,
      ...(errors ? { errors } : {}),
    }
  }
  const url = field('url', '')
  const kind = field('kind', 'guest-lesson')
  const location = field('location', 'at-school')
  return (
    <section className="max-w-(--measure)">
      <h2>{m.feeds_add()}</h2>
      <p className="mt-1">{m.feeds_add_text()}</p>
      <Form method="post" className="mt-3 grid gap-5" noValidate>
        <ErrorSummary
          formErrors={formProblems(reply, ['url', 'kind', 'location'])}
          fields={[url, kind, location]}
        />
        <input type="hidden" name="organisation" value={organisationId} />
        <TextField
          field={url}
          label={m.feeds_url()}
          hint={m.feeds_url_hint()}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
        <Select
          field={kind}
          label={m.feeds_kind()}
          hint={m.feeds_kind_hint()}
          options={OFFER_KINDS.map((value) => ({ value, label: kindWord[value]() }))}
        />
        <Select
          field={location}
          label={m.feeds_location()}
          options={OFFER_LOCATIONS.map((value) => ({ value, label: locationWord[value]() }))}
        />
        <div>
          <Button name="intent" value="add" busy={busy} busyText={m.feeds_adding()}>
            {m.feeds_add_button()}
          </Button>
        </div>
      </Form>
    </section>
  )
}
