/** All questions of a request on one page, to change them. */
import { Form, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { CARRIED, REQUEST_FIELDS, type RequestForm, STEPS } from '../domain/request-form'
import { RangNotice } from './rang-notice'
import { fieldOf, STEP_PARTS } from './step-fields'

type Props = { readonly id: string; readonly form: RequestForm }

export function RequestEdit({ id, form }: Props) {
  const sending = useNavigation().state === 'submitting'
  return (
    <PageFrame title={m.requests_edit_title()} narrow>
      <Form method="post" noValidate className="grid gap-7">
        <ErrorSummary
          formErrors={form.formErrors}
          fields={REQUEST_FIELDS.map((name) => fieldOf(form, name))}
        />
        <RangNotice form={form} />
        {CARRIED.flatMap((name) =>
          (form.typed[name] ?? []).map((value) => (
            <input key={name} type="hidden" name={name} value={value} />
          )),
        )}
        {STEPS.map((step) => {
          const Fields = STEP_PARTS[step]
          return <Fields key={step} form={form} fitting={null} reading={form} />
        })}
        <div className="flex flex-wrap gap-3">
          <Button busy={sending} busyText={m.requests_busy()}>
            {m.requests_save()}
          </Button>
          <ButtonLink look="second" to={form.forSchool ? paths.boardRequest(id) : paths.request(id)}>
            {m.requests_back()}
          </ButtonLink>
        </div>
      </Form>
    </PageFrame>
  )
}
