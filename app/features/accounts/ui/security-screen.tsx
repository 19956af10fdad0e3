/** How somebody signs in: password, codes by an app, passkeys, address. */
import { ButtonLink } from '~/components/button'
import { formatMoment } from '~/components/format'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import type { SecurityPage } from '../queries/security-page.server'
import { AccountFrame, AccountSection } from './account-frame'
import { ChangePasswordForm } from './change-password-form'
import type { FormReply } from './form-reply'
import { JoinedServices } from './services'

type Props = { readonly page: Shown<SecurityPage>; readonly reply: FormReply }

/** As it comes out of the loader. */
type Shown<T> = { readonly [K in keyof T]: T[K] extends Date | null ? Date | string | null : T[K] }

export function SecurityScreen({ page, reply }: Props) {
  return (
    <AccountFrame>
      <AccountSection title={page.hasPassword ? m.accounts_account_password() : m.security_password_first()}>
        <p className="mb-5 text-ink-soft">
          {page.hasPassword ? m.accounts_account_password_text() : m.security_password_first_text()}
        </p>
        <ChangePasswordForm email={page.email} hasPassword={page.hasPassword} reply={reply} />
      </AccountSection>
      <TwoStep page={page} />
      <AccountSection title={m.security_passkeys()}>
        <div className="grid gap-4">
          <p className="text-ink-soft">{m.security_passkeys_text()}</p>
          <p>{m.security_passkeys_count({ count: page.passkeys })}</p>
          <div>
            <ButtonLink to={paths.accountPasskeys()} look="second">
              {m.security_passkeys_manage()}
            </ButtonLink>
          </div>
        </div>
      </AccountSection>
      {page.joined.length + page.services.length > 0 ? (
        <AccountSection title={m.security_services()}>
          <JoinedServices joined={page.joined} services={page.services} />
        </AccountSection>
      ) : null}
      <AccountSection title={m.security_email()}>
        <div className="grid gap-4">
          <p className="break-all">{page.email}</p>
          <div>
            <ButtonLink to={paths.accountEmail()} look="second">
              {m.security_email_other()}
            </ButtonLink>
          </div>
        </div>
      </AccountSection>
    </AccountFrame>
  )
}

function TwoStep({ page }: Pick<Props, 'page'>) {
  const { twoStepSince: since, recoveryCodesLeft: left } = page
  return (
    <AccountSection title={m.security_two_step()}>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusBadge status={since ? 'booked' : 'open'}>
            {since ? m.security_two_step_on() : m.security_two_step_off()}
          </StatusBadge>
          {since ? <span>{m.security_two_step_since({ when: formatMoment(new Date(since)) })}</span> : null}
        </p>
        <p className="text-ink-soft">{m.security_two_step_text()}</p>
        {since ? <p>{m.security_codes_left({ count: left })}</p> : null}
        {page.mustTwoStep ? <p>{m.security_two_step_must()}</p> : null}
        <div>
          <ButtonLink to={paths.twoStep()} look={since ? 'second' : 'main'}>
            {since ? m.security_two_step_manage() : m.security_two_step_set_up()}
          </ButtonLink>
        </div>
      </div>
    </AccountSection>
  )
}
