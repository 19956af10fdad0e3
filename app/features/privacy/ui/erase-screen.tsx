/** Erasing the own account, in two steps: what goes and what stays, then the address typed once more. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import type { FormReply } from '~/features/accounts/ui/form-reply'
import * as m from '~/paraglide/messages'
import type { ErasePage } from '../queries/erase-page.server'

type Props = { readonly page: ErasePage; readonly isSure: boolean; readonly reply: FormReply }

export function EraseScreen({ page, isSure, reply }: Props) {
  const isStopped = page.isAdministrator || page.companies.length + page.schools.length > 0
  return (
    <PageFrame title={m.privacy_erase_title()} lead={m.privacy_erase_lead()} narrow>
      <div className="grid gap-8">
        {isStopped ? <SettleFirst page={page} /> : null}
        {isStopped || isSure ? null : <Consequences />}
        {isSure && !isStopped ? <SureForm reply={reply} /> : null}
        <p>
          <Link to={paths.account()} className="link inline-flex min-h-11 items-center">
            {m.privacy_erase_back()}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}

function SettleFirst({ page: { companies, schools, isAdministrator } }: Pick<Props, 'page'>) {
  return (
    <Notice tone="need">
      <h2 className="text-lg">{m.privacy_erase_first()}</h2>
      <ul className="mt-2 grid gap-3">
        {isAdministrator ? <li>{m.privacy_erase_administrator()}</li> : null}
        {companies.map(({ id, name }) => (
          <li key={id}>
            {m.privacy_erase_owner({ name })}{' '}
            <Link to={paths.colleagues(id)} className="link">
              {m.privacy_erase_colleagues()}
            </Link>{' '}
            <Link to={paths.stopOrganisation(id)} className="link">
              {m.privacy_erase_stop()}
            </Link>
          </li>
        ))}
        {schools.map(({ id, name, requests }) => (
          <li key={id}>
            {m.privacy_erase_requests({ name, count: String(requests) })}{' '}
            <Link to={paths.requests()} className="link">
              {m.privacy_erase_to_requests()}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Consequences() {
  return (
    <div className="prose">
      <section className="space-y-3">
        <h2>{m.privacy_erase_goes()}</h2>
        <ul className="space-y-1.5">
          <li>{m.privacy_erase_goes_account()}</li>
          <li>{m.privacy_erase_goes_belonging()}</li>
          <li>{m.privacy_erase_goes_saved()}</li>
        </ul>
      </section>
      <section className="mt-8 space-y-3">
        <h2>{m.privacy_erase_stays()}</h2>
        <ul className="space-y-1.5">
          <li>{m.privacy_erase_stays_bookings()}</li>
          <li>{m.privacy_erase_stays_audit()}</li>
        </ul>
      </section>
      <p className="mt-8">
        <ButtonLink to={paths.accountErase(true)}>{m.privacy_erase_go()}</ButtonLink>
      </p>
    </div>
  )
}

function SureForm({ reply }: Pick<Props, 'reply'>) {
  const [form, fields] = useForm<{ email: string }>({ id: 'erase', lastResult: reply })
  return (
    <Form method="post" id="erase" noValidate className="grid gap-5">
      <h2>{m.privacy_erase_sure()}</h2>
      <p>{m.privacy_erase_sure_text()}</p>
      <ErrorSummary formErrors={form.errors} fields={[fields.email]} />
      <TextField field={fields.email} type="email" autoComplete="off" label={m.privacy_erase_email()} />
      <div>
        <Button look="danger" busy={useNavigation().state !== 'idle'} busyText={m.privacy_erase_busy()}>
          {m.privacy_erase_now()}
        </Button>
      </div>
    </Form>
  )
}
