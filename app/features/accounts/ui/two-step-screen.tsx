/** Codes by an app: what to do, the picture, the first code; or new recovery codes, and off. */
import { useForm } from '@conform-to/react'
import { Form, Link, useNavigation } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import type { TwoStepPage } from '../queries/two-step-page.server'
import { CodeField } from './code-field'
import { type FormReply, problemsOf } from './form-reply'
import { RecoveryCodeList } from './recovery-code-list'

type Props = {
  readonly page: TwoStepPage
  /** Whether the reader can do nothing else before. */
  readonly isOwed: boolean
  /** Just made: they are shown this once. */
  readonly codes: readonly string[] | null
  readonly reply: FormReply
  readonly to: string
}

export function TwoStepScreen(props: Props) {
  const { page, isOwed, codes } = props
  return (
    <PageFrame title={m.security_two_step()} lead={m.security_two_step_text()} narrow>
      <div className="grid gap-8">
        {isOwed ? <Notice tone="need">{m.security_two_step_owed()}</Notice> : <Back />}
        {codes ? <RecoveryCodeList codes={codes} to={props.to} /> : <State {...props} />}
        {isOwed && page.state !== 'on' ? (
          <Form method="post" action={paths.signOut()}>
            <Button look="quiet">{m.accounts_account_sign_out()}</Button>
          </Form>
        ) : null}
      </div>
    </PageFrame>
  )
}

function Back() {
  return (
    <Link to={paths.accountSecurity()} className="link inline-flex min-h-11 items-center gap-2 text-sm">
      <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
      {m.security_title()}
    </Link>
  )
}

function State(props: Props) {
  switch (props.page.state) {
    case 'off':
      return (
        <Form method="post" className="grid gap-5">
          <p>{m.security_two_step_need()}</p>
          <div>
            <Button name="intent" value="begin">
              {m.security_two_step_begin()}
            </Button>
          </div>
        </Form>
      )
    case 'setting-up':
      return <SettingUp {...props} />
    case 'on':
      return <On {...props} />
  }
}

function SettingUp({ page: { secret, address, picture }, reply }: Props) {
  const [form, { code }] = useForm<{ code: string }>({ id: 'two-step', lastResult: reply ?? null })
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" id={form.id} noValidate className="grid gap-6">
      <ErrorSummary formErrors={problemsOf(reply)} fields={[code]} />
      <ol className="list-decimal space-y-6 pl-6">
        <li>
          <p>{m.security_two_step_scan()}</p>
          {picture ? (
            // White around it in the dark theme as well: that is how cameras read it.
            <svg
              role="img"
              aria-label={m.security_two_step_picture()}
              viewBox={`0 0 ${picture.size} ${picture.size}`}
              className="mt-3 size-56 rounded-md border border-line"
            >
              <rect width={picture.size} height={picture.size} fill="#fff" />
              <path d={picture.path} fill="#000" />
            </svg>
          ) : null}
          {address ? (
            <p className="mt-3">
              <a href={address} className="link inline-flex min-h-11 items-center">
                {m.security_two_step_open()}
              </a>
            </p>
          ) : null}
          <p className="mt-1">{m.security_two_step_type()}</p>
          <p className="mt-1 font-mono break-words select-all">{secret}</p>
        </li>
        <li>
          <p className="mb-4">{m.security_two_step_first_code()}</p>
          <CodeField field={code} label={m.security_code()} />
        </li>
      </ol>
      <div>
        <Button name="intent" value="confirm" busy={busy} busyText={m.accounts_busy()}>
          {m.security_two_step_confirm()}
        </Button>
      </div>
    </Form>
  )
}

function On({ page, reply }: Props) {
  return (
    <div className="grid gap-6">
      <ErrorSummary formErrors={problemsOf(reply)} fields={[]} />
      <p>{m.security_codes_left({ count: page.recoveryCodesLeft })}</p>
      <Form method="post" className="grid gap-3">
        <p className="text-ink-soft">{m.security_codes_renew_text()}</p>
        <div>
          <Button look="second" name="intent" value="renew">
            {m.security_codes_renew()}
          </Button>
        </div>
      </Form>
      {page.mustTwoStep ? (
        <p>{m.security_two_step_must()}</p>
      ) : (
        <Form method="post" className="grid gap-3 border-t border-line pt-6">
          <p className="text-ink-soft">{m.security_two_step_off_text()}</p>
          <div>
            <Button look="second" name="intent" value="off">
              {m.security_two_step_turn_off()}
            </Button>
          </div>
        </Form>
      )}
      <div>
        <ButtonLink to={paths.accountSecurity()} look="quiet">
          {m.security_title()}
        </ButtonLink>
      </div>
    </div>
  )
}
