/** Organisations that ask: what they say of themselves, and the two answers. */
import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { type FieldLike, TextArea } from '~/components/field'
import { formatDay, formatNumber } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { Pagination } from '~/components/pagination'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import { type Fact, FactTable } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import type { Verification } from '../domain/verification'
import type {
  AskingOrganisation,
  DecidedOrganisation,
  OrganisationBoard,
} from '../queries/board-organisations.server'

/** What came back of a verdict that was not carried out. */
export type VerdictReply = {
  readonly organisation: string
  readonly reason: string
  readonly reasonErrors: readonly string[]
}

type Props = {
  readonly board: OrganisationBoard
  readonly formErrors: readonly string[]
  readonly reply: VerdictReply | null
}

export function BoardOrganisationsScreen({ board, formErrors, reply }: Props) {
  const { asking, total, page, pageCount, decided } = board
  return (
    <div className="page py-8">
      <h1>{m.organisations_board_title({ count: total })}</h1>
      <p className="mt-2 max-w-(--measure)">{m.organisations_board_lead()}</p>
      <div className="mt-6 grid gap-6">
        <ErrorSummary
          formErrors={formErrors}
          fields={reply && reply.reasonErrors.length > 0 ? [reasonField(reply.organisation, reply)] : []}
        />
        {total === 0 ? (
          <EmptyState title={m.organisations_board_none()}>
            <p>{m.organisations_board_none_text()}</p>
          </EmptyState>
        ) : (
          <ul className="grid gap-4">
            {asking.map((organisation) => (
              <li key={organisation.id}>
                <Asking organisation={organisation} reply={reply} />
              </li>
            ))}
          </ul>
        )}
        <Pagination page={page} pages={pageCount} to={(to) => `${paths.organisationBoard()}?page=${to}`} />
        {decided.length > 0 ? (
          <section>
            <h2>{m.organisations_board_decided()}</h2>
            <ul className="card mt-3 divide-y divide-line">
              {decided.map((organisation) => (
                <Decided key={organisation.id} organisation={organisation} reply={reply} />
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </div>
  )
}

function Asking({
  organisation,
  reply,
}: {
  readonly organisation: AskingOrganisation
  readonly reply: VerdictReply | null
}) {
  const { id, name, about, answerBy, isLate, askedOn } = organisation
  return (
    <article className="card grid gap-4 p-4 sm:p-5" aria-labelledby={`organisation-${id}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h2 id={`organisation-${id}`} className="text-lg leading-7">
          {name}
        </h2>
        <p className={isLate ? 'font-[650] text-danger-text' : 'text-ink-soft'}>
          {isLate
            ? m.organisations_board_late({ day: formatDay(answerBy) })
            : m.organisations_board_due({ asked: formatDay(askedOn), day: formatDay(answerBy) })}
        </p>
      </div>
      <p className="max-w-(--measure) whitespace-pre-line">{about}</p>
      <FactTable facts={factsOf(organisation)} />
      <div className="flex flex-wrap items-start gap-4">
        <Verify id={id} name={name} seen="pending" />
        <Refuse id={id} name={name} seen="pending" reply={reply} />
      </div>
    </article>
  )
}

function factsOf(organisation: AskingOrganisation): readonly Fact[] {
  const { postcode, placeName, regions, website, kvkNumber, employees, leads, offerCount } = organisation
  const unknown = m.organisations_my_not_told()
  return [
    { label: m.organisations_board_place(), value: `${postcode} ${placeName} (${regions.join(', ')})` },
    { label: m.organisations_form_kvk(), value: kvkNumber ?? unknown },
    {
      label: m.organisations_form_website(),
      value: website ? (
        <a href={website} rel="noreferrer" target="_blank" className="link break-all">
          {website}
        </a>
      ) : (
        unknown
      ),
    },
    {
      label: m.organisations_form_employees(),
      value: employees === null ? unknown : formatNumber(employees),
    },
    {
      label: m.organisations_board_who(),
      value: leads.map(({ name, email }) => (
        <span key={email} className="block break-all">
          {name},{' '}
          <a href={`mailto:${email}`} className="link">
            {email}
          </a>
        </span>
      )),
    },
    { label: m.organisations_board_offers(), value: formatNumber(offerCount) },
  ]
}

type AnswerProps = { readonly id: string; readonly name: string; readonly seen: Verification }

function Verify({ id, name, seen }: AnswerProps) {
  return (
    <Form method="post">
      <input type="hidden" name="organisation" value={id} />
      <input type="hidden" name="seen" value={seen} />
      <Button
        size="small"
        name="intent"
        value="verify"
        aria-label={m.organisations_board_verify_named({ name })}
      >
        {m.organisations_board_verify()}
      </Button>
    </Form>
  )
}

function reasonField(id: string, reply: VerdictReply | null): FieldLike {
  const isMine = reply?.organisation === id
  return {
    id: `reason-${id}`,
    name: 'reason',
    initialValue: isMine ? reply.reason : '',
    errors: isMine && reply.reasonErrors.length > 0 ? reply.reasonErrors : undefined,
  }
}

function Refuse({ id, name, seen, reply }: AnswerProps & { readonly reply: VerdictReply | null }) {
  return (
    <details className="min-w-0 flex-1 basis-72" open={reply?.organisation === id && reply.reason !== ''}>
      <summary
        className="link inline-flex min-h-10 items-center"
        aria-label={m.organisations_board_refuse_named({ name })}
      >
        {m.organisations_board_refuse()}
      </summary>
      <Form method="post" noValidate className="mt-2 grid max-w-(--measure) justify-items-start gap-3">
        <input type="hidden" name="organisation" value={id} />
        <input type="hidden" name="seen" value={seen} />
        <div className="w-full">
          <TextArea
            field={reasonField(id, reply)}
            label={m.organisations_board_reason()}
            hint={m.organisations_board_reason_hint()}
            rows={3}
          />
        </div>
        <Button look="second" size="small" name="intent" value="refuse">
          {m.organisations_board_refuse_send()}
        </Button>
      </Form>
    </details>
  )
}

function Decided({
  organisation,
  reply,
}: {
  readonly organisation: DecidedOrganisation
  readonly reply: VerdictReply | null
}) {
  const { id, name, slug, placeName, verification, refusalReason, decidedOn } = organisation
  const isVerified = verification === 'verified'
  return (
    <li className="grid gap-2 p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h3 className="text-base">
          {isVerified ? (
            <Link to={paths.organisation(slug)} className="link">
              {name}
            </Link>
          ) : (
            name
          )}
          <span className="font-[400] text-ink-soft">, {placeName}</span>
        </h3>
        <StatusBadge status={isVerified ? 'booked' : 'ended'}>
          {isVerified ? m.organisations_board_is_verified() : m.organisations_board_is_refused()}
        </StatusBadge>
      </div>
      <p className="text-sm text-ink-soft">
        {m.organisations_board_decided_on({ day: formatDay(decidedOn, true) })}
      </p>
      {refusalReason ? <p className="whitespace-pre-line">{refusalReason}</p> : null}
      {isVerified ? (
        <Refuse id={id} name={name} seen="verified" reply={reply} />
      ) : (
        <Verify id={id} name={name} seen="refused" />
      )}
    </li>
  )
}
