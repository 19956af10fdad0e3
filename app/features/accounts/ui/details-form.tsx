/** Name, and the language of the mails. */
import { useForm } from '@conform-to/react'
import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Select, TextField } from '~/components/field'
import * as m from '~/paraglide/messages'
import { LIMITS } from '../domain/account'
import { type FormReply, problemsOf } from './form-reply'

/** Each language in its own words. */
const LANGUAGES = [
  { value: 'nl', label: 'Nederlands' },
  { value: 'en', label: 'English' },
]

type Props = { readonly name: string; readonly locale: string; readonly reply: FormReply }

export function DetailsForm({ name, locale, reply }: Props) {
  const [form, fields] = useForm<{ name: string; locale: string }>({
    id: 'details',
    lastResult: reply ?? null,
    defaultValue: { name, locale },
  })
  const navigation = useNavigation()
  const busy = navigation.formData?.get('intent') === 'details'
  return (
    <Form method="post" id={form.id} noValidate className="grid gap-6">
      <ErrorSummary formErrors={problemsOf(reply)} fields={[fields.name, fields.locale]} />
      <TextField
        field={fields.name}
        label={m.accounts_name()}
        hint={m.accounts_name_hint()}
        autoComplete="name"
        maxLength={LIMITS.name}
        required
      />
      <Select
        field={fields.locale}
        label={m.accounts_account_locale()}
        options={LANGUAGES}
        width="max-w-60"
      />
      <div>
        <Button look="second" name="intent" value="details" busy={busy} busyText={m.accounts_busy()}>
          {m.accounts_account_save()}
        </Button>
      </div>
    </Form>
  )
}
