/** Passkeys: which there are, a new one, and away with one. */
import { Form, Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { formatMoment } from '~/components/format'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import * as m from '~/paraglide/messages'
import { LIMITS } from '../domain/account'
import { type FormReply, problemsOf } from './form-reply'
import { PasskeyForm } from './passkey-form'

/** As it comes out of the loader. */
type Listed = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date | string
  readonly usedAt: Date | string | null
}
type Props = { readonly passkeys: readonly Listed[]; readonly reply: FormReply }

export function PasskeysScreen({ passkeys, reply }: Props) {
  const name = { id: 'passkey-name', name: 'name', errors: reply?.error?.name ?? undefined }
  return (
    <PageFrame title={m.security_passkeys()} lead={m.security_passkeys_text()} narrow>
      <div className="grid gap-8">
        <Link to={paths.accountSecurity()} className="link inline-flex min-h-11 items-center gap-2 text-sm">
          <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
          {m.security_title()}
        </Link>
        <ErrorSummary formErrors={problemsOf(reply)} fields={[name]} />
        {passkeys.length === 0 ? (
          <p>{m.security_passkeys_none()}</p>
        ) : (
          <ul className="grid gap-4">
            {passkeys.map((passkey) => (
              <li key={passkey.id} className="card grid gap-2 p-5">
                <Passkey passkey={passkey} />
              </li>
            ))}
          </ul>
        )}
        <section className="grid gap-4 border-t border-line pt-6">
          <h2>{m.security_passkeys_new()}</h2>
          <noscript>
            <p>{m.security_passkeys_need_scripts()}</p>
          </noscript>
          <PasskeyForm
            action={paths.accountPasskeys()}
            begin={paths.beginPasskey()}
            kind="new"
            label={m.security_passkeys_make()}
            look="main"
            hidden={{ intent: 'add' }}
          >
            <TextField
              field={name}
              label={m.security_passkeys_name()}
              hint={m.security_passkeys_name_hint()}
              maxLength={LIMITS.name}
              autoComplete="off"
            />
          </PasskeyForm>
        </section>
      </div>
    </PageFrame>
  )
}

function Passkey({ passkey: { id, name, createdAt, usedAt } }: { readonly passkey: Listed }) {
  return (
    <>
      <h2 className="text-base">{name}</h2>
      <p className="text-sm text-ink-soft">
        {m.security_passkeys_made({ when: formatMoment(new Date(createdAt)) })}{' '}
        {usedAt ? m.security_passkeys_used({ when: formatMoment(new Date(usedAt)) }) : null}
      </p>
      <Form method="post">
        <input type="hidden" name="passkey" value={id} />
        <Button look="second" size="small" name="intent" value="remove">
          {m.security_passkeys_remove()} <span className="sr-only">{name}</span>
        </Button>
      </Form>
    </>
  )
}
