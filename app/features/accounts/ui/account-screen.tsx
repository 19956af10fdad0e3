/** The own account: details, where one belongs, password, devices. */
import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import type { AccountPage } from '../queries/account-page.server'
import { ChangePasswordForm } from './change-password-form'
import { DetailsForm } from './details-form'
import { type FormReply, problemsOf } from './form-reply'

type Props = { readonly page: AccountPage; readonly reply: FormReply }

/** The form that an answer belongs to. */
const FORMS = ['details', 'password']

export function AccountScreen({ page, reply }: Props) {
  const intent = String(reply?.initialValue?.intent ?? '')
  const replyTo = (form: string) => (intent === form ? reply : undefined)
  const otherProblems = FORMS.includes(intent) ? [] : problemsOf(reply)
  return (
    <PageFrame title={m.accounts_account_title()} narrow>
      <div className="grid gap-10">
        <ErrorSummary formErrors={otherProblems} fields={[]} />
        <Address page={page} />
        <Belonging page={page} />
        <Section title={m.searches_own_title()}>
          <Link to={paths.accountSearches()} className="link inline-flex min-h-11 items-center">
            {m.searches_own_see()}
          </Link>
        </Section>
        <Section title={m.accounts_account_details()}>
          <DetailsForm name={page.name} locale={page.locale} reply={replyTo('details')} />
        </Section>
        <Section title={m.accounts_account_password()}>
          <p className="mb-5 text-ink-soft">{m.accounts_account_password_text()}</p>
          <ChangePasswordForm email={page.email} reply={replyTo('password')} />
        </Section>
        <Section title={m.accounts_account_sessions()}>
          <Devices others={page.otherSessions} />
        </Section>
      </div>
    </PageFrame>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="border-t border-line pt-7">
      <h2 className="mb-3">{title}</h2>
      {children}
    </section>
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
    <Section title={m.accounts_account_belong()}>
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
    </Section>
  )
}

function Devices({ others }: { readonly others: number }) {
  return (
    <>
      <p>
        {others === 0
          ? m.accounts_account_sessions_none()
          : m.accounts_account_sessions_count({ count: others })}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        {others > 0 ? (
          <Form method="post">
            <Button look="second" name="intent" value="end-others">
              {m.accounts_account_sessions_end()}
            </Button>
          </Form>
        ) : null}
        <Form method="post" action={paths.signOut()}>
          <Button look="second">{m.accounts_account_sign_out()}</Button>
        </Form>
      </div>
    </>
  )
}
