/** The own account: details, and where one belongs. */
import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import type { AccountPage } from '../queries/account-page.server'
import { AccountFrame, AccountSection } from './account-frame'
import { DetailsForm } from './details-form'
import { type FormReply, problemsOf } from './form-reply'

type Props = { readonly page: AccountPage; readonly reply: FormReply }

export function AccountScreen({ page, reply }: Props) {
  const isDetails = reply?.initialValue?.intent === 'details'
  return (
    <AccountFrame>
      <div className="grid gap-4 empty:hidden">
        <ErrorSummary formErrors={isDetails ? [] : problemsOf(reply)} fields={[]} />
        <Address page={page} />
      </div>
      <Belonging page={page} />
      <AccountSection title={m.notifications_settings_title()}>
        <Link to={paths.notificationSettings()} className="link inline-flex min-h-11 items-center">
          {m.notifications_to_settings()}
        </Link>
      </AccountSection>
      <AccountSection title={m.searches_own_title()}>
        <Link to={paths.accountSearches()} className="link inline-flex min-h-11 items-center">
          {m.searches_own_see()}
        </Link>
      </AccountSection>
      <AccountSection title={m.privacy_own_title()}>
        <Link to={paths.accountData()} className="link inline-flex min-h-11 items-center">
          {m.privacy_own_see()}
        </Link>
      </AccountSection>
      <AccountSection title={m.accounts_account_details()}>
        <DetailsForm name={page.name} locale={page.locale} reply={isDetails ? reply : undefined} />
      </AccountSection>
    </AccountFrame>
  )
}

function Address({ page: { email, emailVerified } }: Pick<Props, 'page'>) {
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-[650] break-all">{email}</span>
        <StatusBadge status={emailVerified ? 'booked' : 'open'}>
          {emailVerified ? m.accounts_account_email_verified() : m.accounts_account_email_unverified()}
        </StatusBadge>
      </p>
      {emailVerified ? null : (
        <Notice tone="need">
          <p>{m.accounts_account_confirm_text({ email })}</p>
          <Form method="post" className="mt-3">
            <Button look="second" size="small" name="intent" value="confirm-again">
              {m.accounts_account_confirm_again()}
            </Button>
          </Form>
        </Notice>
      )}
    </div>
  )
}

function Belonging({ page: { schools, organisations } }: Pick<Props, 'page'>) {
  const isNowhere = schools.length + organisations.length === 0
  return (
    <AccountSection title={m.accounts_account_belong()}>
      {isNowhere ? <p>{m.accounts_account_belong_none()}</p> : null}
      <ul className="space-y-2">
        {schools.map(({ id, name, placeName }) => (
          <li key={id}>
            <Link to={paths.school(id)} className="link">
              {m.accounts_account_school_line({ name, place: placeName })}
            </Link>
          </li>
        ))}
        {organisations.map(({ slug, name }) => (
          <li key={slug}>
            <Link to={paths.organisation(slug)} className="link">
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3">
        {isNowhere || schools.length > 0 ? (
          <ButtonLink to={paths.accountSchool()} look={isNowhere ? 'main' : 'second'}>
            {isNowhere ? m.accounts_account_choose_school() : m.accounts_account_my_school()}
          </ButtonLink>
        ) : null}
        {isNowhere ? (
          <ButtonLink to={paths.newOrganisation()} look="second">
            {m.accounts_account_new_organisation()}
          </ButtonLink>
        ) : null}
        {organisations.length > 0 ? (
          <ButtonLink to={paths.myOrganisation()} look="second">
            {m.accounts_account_my_organisation()}
          </ButtonLink>
        ) : null}
      </div>
    </AccountSection>
  )
}
