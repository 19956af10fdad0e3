/** What an organisation tells of itself: the same form to begin with and to change it. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { CheckList } from '~/components/check-list'
import { ErrorSummary } from '~/components/error-summary'
import { Fieldset, TextArea, TextField } from '~/components/field'
import { formProblems } from '~/components/form-problems'
import { paths } from '~/components/paths'
import { TopicPicker } from '~/features/offers/ui/topic-picker'
import * as m from '~/paraglide/messages'
import type { BasicWords } from '../../offers/queries/vocabularies.server'
import { LIMITS } from '../domain/organisation'

const NAMES = [
  'name',
  'about',
  'postcode',
  'website',
  'kvkNumber',
  'employees',
  'topics',
  'networks',
] as const
type Name = (typeof NAMES)[number] | 'submissionKey' | 'version'
type Reply = Parameters<typeof useForm<Record<Name, string>>>[0]['lastResult']

type Props = {
  readonly reply: Reply
  readonly words: BasicWords
  /** As they stand in the form, with `submissionKey` or `version`. */
  readonly initial: Readonly<Record<string, string | readonly string[]>>
  readonly isNew: boolean
  /** Where who changes his mind goes. */
  readonly back: string
  /** The newest version, which a second save after a colleague's is based on. */
  readonly newest?: number
}

export function OrganisationForm({ reply, words, initial, isNew, back, newest }: Props) {
  const [form, fields] = useForm<Record<Name, string>>({
    id: 'organisation',
    lastResult: reply ?? null,
    defaultValue: initial as Record<Name, string>,
  })
  const busy = useNavigation().state === 'submitting'
  const problems = formProblems(reply ?? undefined, NAMES)
  const isSecondOfTwo = problems.includes(m.error_organisation_changed_meanwhile())
  const optional = m.organisations_form_optional()
  const version = isSecondOfTwo ? String(newest) : fields.version.initialValue
  return (
    <Form method="post" id={form.id} noValidate className="grid gap-7">
      <ErrorSummary formErrors={problems} fields={NAMES.map((name) => fields[name])} />
      {isSecondOfTwo ? (
        <a href={paths.editOrganisation()} target="_blank" rel="noreferrer" className="link">
          {m.organisations_form_see_newest()}
        </a>
      ) : null}
      {isNew ? (
        <input type="hidden" name="submissionKey" value={fields.submissionKey.initialValue} />
      ) : (
        <input type="hidden" name="version" value={version} />
      )}
      <TextField
        field={fields.name}
        label={m.organisations_form_name()}
        hint={m.organisations_form_name_hint()}
        maxLength={LIMITS.name}
        autoComplete="organization"
      />
      <TextArea
        field={fields.about}
        label={m.organisations_form_about()}
        hint={m.organisations_form_about_hint()}
        rows={5}
      />
      <TextField
        field={fields.postcode}
        label={m.organisations_form_postcode()}
        hint={m.organisations_form_postcode_hint()}
        width="w-40"
        autoComplete="postal-code"
      />
      <TextField
        field={fields.website}
        label={m.organisations_form_website()}
        optional={optional}
        inputMode="url"
        autoComplete="url"
      />
      <TextField
        field={fields.kvkNumber}
        label={m.organisations_form_kvk()}
        hint={m.organisations_form_kvk_hint()}
        optional={optional}
        width="w-40"
        inputMode="numeric"
      />
      <TextField
        field={fields.employees}
        label={m.organisations_form_employees()}
        hint={m.organisations_form_employees_hint()}
        optional={optional}
        width="w-40"
        inputMode="numeric"
      />
      <TopicPicker
        field={fields.topics}
        legend={m.organisations_form_topics()}
        hint={m.organisations_form_topics_hint({ max: LIMITS.topics })}
        topics={words.topics}
      />
      <Fieldset
        field={fields.networks}
        legend={m.organisations_form_networks()}
        hint={m.organisations_form_networks_hint()}
      >
        <CheckList
          field={fields.networks}
          options={words.networks.map(({ id, label }) => ({ value: id, label }))}
        />
      </Fieldset>
      <div className="flex flex-wrap items-center gap-4">
        <Button busy={busy} busyText={m.organisations_form_busy()}>
          {isNew ? m.organisations_form_create() : m.organisations_form_save()}
        </Button>
        <Link to={back} className="link inline-flex min-h-11 items-center">
          {m.organisations_form_back()}
        </Link>
      </div>
    </Form>
  )
}
