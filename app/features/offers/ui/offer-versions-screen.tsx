/** What has changed, change by change. What is gone and what is new is said in words: colour and lines only help. */
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatMoment } from '~/components/format'
import { EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import * as m from '~/paraglide/messages'
import type { FieldChange } from '../domain/content-changes'
import { KEPT_VERSIONS, SHOWN_VERSIONS } from '../domain/offer'
import type { OfferVersionsPage, ShownVersion } from '../queries/offer-versions.server'
import { entryWord, FIELD_NAME, valueWord } from './version-words'

/** Moments travel as text. */
type Version = Omit<ShownVersion, 'at'> & { readonly at: Date | string }
type Page = Omit<OfferVersionsPage, 'versions'> & { readonly versions: readonly Version[] }
type Props = { readonly page: Page; readonly problems: readonly string[] }

export function OfferVersionsScreen({ page, problems }: Props) {
  const { id, versions, canPutBack, organisationId } = page
  return (
    <div className="grid max-w-(--measure) gap-6">
      <ErrorSummary formErrors={problems} fields={[]} />
      {versions.length === 0 ? (
        <EmptyState title={m.offers_versions_none_title()}>
          <p>{m.offers_versions_none_text()}</p>
        </EmptyState>
      ) : (
        <>
          <p>{m.offers_versions_lead({ kept: KEPT_VERSIONS, shown: SHOWN_VERSIONS })}</p>
          <ol className="grid gap-4">
            {versions.map((version) => (
              <li key={version.version}>
                <VersionCard page={page} version={version} />
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="flex flex-wrap gap-x-6">
        {canPutBack ? (
          <Link to={paths.offerStep(id, 'what')} className="link inline-flex min-h-11 items-center">
            {m.offers_versions_edit()}
          </Link>
        ) : null}
        <Link
          to={paths.myOrganisation({ of: organisationId })}
          className="link inline-flex min-h-11 items-center"
        >
          {m.offers_versions_back()}
        </Link>
      </p>
    </div>
  )
}

function VersionCard({ page, version }: { readonly page: Page; readonly version: Version }) {
  const { by, changes } = version
  const moment = formatMoment(new Date(version.at))
  const headingId = `version-${version.version}`
  return (
    <article className="card grid gap-3 p-4 sm:p-5" aria-labelledby={headingId}>
      <div>
        <h2 id={headingId} className="text-base">
          {moment}
        </h2>
        {by ? (
          <p className="text-sm text-ink-soft">
            {by === 'coordinator'
              ? m.offers_versions_by_coordinator()
              : m.offers_versions_by({ name: by.colleague })}
          </p>
        ) : null}
      </div>
      <p>
        {m.offers_versions_fields({ fields: changes.map(({ field }) => FIELD_NAME[field]()).join(', ') })}
      </p>
      <details>
        <summary
          className="link inline-flex min-h-11 items-center"
          aria-label={m.offers_versions_see_named({ moment })}
        >
          {m.offers_versions_see()}
        </summary>
        <dl className="mt-2 grid gap-4 border-t border-line pt-4">
          {changes.map((change) => (
            <div key={change.field}>
              <dt className="font-[650]">{FIELD_NAME[change.field]()}</dt>
              <dd className="mt-1 grid gap-1.5">
                <Difference change={change} names={page.names} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {page.canPutBack ? (
        <Form method="post">
          <input type="hidden" name="version" value={page.version} />
          <Button
            look="second"
            size="small"
            name="kept"
            value={version.version}
            aria-label={m.offers_versions_put_back_named({ moment })}
          >
            {m.offers_versions_put_back()}
          </Button>
        </Form>
      ) : null}
    </article>
  )
}

type DifferenceProps = { readonly change: FieldChange; readonly names: Readonly<Record<string, string>> }

function Difference({ change, names }: DifferenceProps) {
  switch (change.kind) {
    case 'text':
      return change.parts.map((part, place) => {
        // Paragraphs have no name but their place.
        const key = `${place}-${part.kind}`
        if (part.kind === 'same') return <p key={key}>{part.text}</p>
        return part.kind === 'gone' ? (
          <Gone key={key} word={m.offers_versions_gone()} text={part.text} />
        ) : (
          <Fresh key={key} word={m.offers_versions_new()} text={part.text} />
        )
      })
    case 'list': {
      const words = (ids: readonly string[]) => ids.map((id) => entryWord(change.field, id, names)).join(', ')
      return (
        <>
          {change.gone.length > 0 ? <Gone word={m.offers_versions_gone()} text={words(change.gone)} /> : null}
          {change.added.length > 0 ? (
            <Fresh word={m.offers_versions_new()} text={words(change.added)} />
          ) : null}
        </>
      )
    }
    case 'value':
      return (
        <>
          <Gone word={m.offers_versions_was()} text={valueWord(change.field, change.before, names)} />
          <Fresh word={m.offers_versions_is()} text={valueWord(change.field, change.after, names)} />
        </>
      )
  }
}

type SideProps = { readonly word: string; readonly text: string }

function Gone({ word, text }: SideProps) {
  return (
    <Side word={word} look="border-danger bg-danger-soft">
      {text === '' ? null : <del className="decoration-danger">{text}</del>}
    </Side>
  )
}

function Fresh({ word, text }: SideProps) {
  return (
    <Side word={word} look="border-act bg-act-soft">
      {text === '' ? null : <ins className="no-underline">{text}</ins>}
    </Side>
  )
}

function Side({
  word,
  look,
  children,
}: {
  readonly word: string
  readonly look: string
  readonly children: ReactNode
}) {
  return (
    <p className={`border-l-4 px-3 py-1.5 [overflow-wrap:anywhere] ${look}`}>
      <span className="mr-2 font-[650]">{word}:</span>
      {children ?? <span className="text-ink-soft">{m.offers_versions_nothing()}</span>}
    </p>
  )
}
