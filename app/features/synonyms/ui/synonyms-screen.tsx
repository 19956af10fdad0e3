/** Synonyms: first what the search log proposes, then what there is; nothing counts before it was accepted. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { TextField } from '~/components/field'
import { EmptyState, Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { StatusBadge } from '~/components/status-badge'
import { type FormReply, problemsOf } from '~/features/accounts/ui/form-reply'
import * as m from '~/paraglide/messages'
import type { Preview, Proposal, SynonymLine, SynonymsPage } from '../queries/synonyms-page.server'

type Props = { readonly page: SynonymsPage; readonly reply: FormReply }

export function SynonymsScreen({ page, reply }: Props) {
  const { synonyms, proposals, preview } = page
  const problems = [...problemsOf(reply), ...Object.values(reply?.error ?? {}).flatMap((each) => each ?? [])]
  return (
    <PageFrame title={m.synonyms_title()} lead={m.synonyms_lead()}>
      <div className="grid gap-10">
        <ErrorSummary formErrors={[...new Set(problems)]} fields={[]} />
        {preview ? <PreviewBox preview={preview} /> : null}
        <section aria-labelledby="synonyms-new">
          <h2 id="synonyms-new" className="mb-3">
            {m.synonyms_new()}
          </h2>
          <SynonymForm id="new" term="" means={[]} />
        </section>
        <section aria-labelledby="synonyms-proposed">
          <h2 id="synonyms-proposed" className="mb-3">
            {m.synonyms_proposed()}
          </h2>
          {proposals.length === 0 ? (
            <EmptyState title={m.synonyms_proposed_none()}>
              <p>{m.synonyms_proposed_none_text()}</p>
            </EmptyState>
          ) : (
            <ul className="grid items-start gap-4 lg:grid-cols-2">
              {proposals.map((proposal) => (
                <ProposalRow key={proposal.term} proposal={proposal} />
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="synonyms-given">
          <h2 id="synonyms-given" className="mb-3">
            {m.synonyms_given()}
          </h2>
          {synonyms.length === 0 ? <p>{m.synonyms_given_none()}</p> : null}
          <ul className="grid items-start gap-4 lg:grid-cols-2">
            {synonyms.map((synonym) => (
              <GivenRow key={synonym.term} synonym={synonym} />
            ))}
          </ul>
        </section>
      </div>
    </PageFrame>
  )
}

const CARD = 'grid gap-3 rounded-md border border-line bg-surface p-4'

function PreviewBox({ preview: { term, means, total, titles } }: { readonly preview: Preview }) {
  return (
    <Notice role="status">
      <p className="font-[650]">{m.synonyms_preview({ term, means: means.join(', '), count: total })}</p>
      <ol className="mt-1 list-decimal pl-5">
        {titles.map((title, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two offers may bear one title; the list never moves
          <li key={i}>{title}</li>
        ))}
      </ol>
    </Notice>
  )
}

function ProposalRow({ proposal: { term, times, means } }: { readonly proposal: Proposal }) {
  return (
    <li className={CARD}>
      <p>
        <Link to={paths.finder({ q: term })} className="link font-[650]">
          {term}
        </Link>{' '}
        <span className="text-ink-soft">{m.synonyms_times({ count: times })}</span>
      </p>
      <SynonymForm id={`p-${term}`} term={term} means={means} learned />
    </li>
  )
}

function GivenRow({ synonym: { term, means, bothWays, state, version } }: { readonly synonym: SynonymLine }) {
  const busy = useNavigation().state === 'submitting'
  return (
    <li className={CARD}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to={paths.finder({ q: term })} className="link font-[650]">
          {term}
        </Link>
        <StatusBadge status={state === 'active' ? 'booked' : 'open'}>
          {state === 'active' ? m.synonyms_active() : m.synonyms_rejected()}
        </StatusBadge>
        <span className="text-ink-soft">{m.synonyms_version({ version })}</span>
      </p>
      <SynonymForm id={`g-${term}`} term={term} means={means} bothWays={bothWays} seen={version} />
      {version > 1 ? (
        <Form method="post">
          <input type="hidden" name="term" value={term} />
          <input type="hidden" name="seen" value={version} />
          <Button
            look="second"
            size="small"
            name="intent"
            value="back"
            busy={busy}
            busyText={m.synonyms_busy()}
          >
            {m.synonyms_back()}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}

type FormProps = {
  readonly id: string
  /** Empty: still to be typed. */
  readonly term: string
  readonly means: readonly string[]
  readonly bothWays?: boolean
  readonly seen?: number
  readonly learned?: boolean
}

/** The preview is a GET of the same fields: it changes nothing and can be shared. */
function SynonymForm({ id, term, means, bothWays = false, seen = 0, learned = false }: FormProps) {
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" key={`${id} ${seen}`} className="grid gap-3">
      {term ? (
        <input type="hidden" name="term" value={term} />
      ) : (
        <TextField
          field={{ id: `${id}-term`, name: 'term' }}
          label={m.synonyms_term()}
          width="w-72 max-w-full"
        />
      )}
      <input type="hidden" name="seen" value={seen} />
      {learned ? <input type="hidden" name="learned" value="1" /> : null}
      <TextField
        field={{ id: `${id}-means`, name: 'means', initialValue: means.join(', ') }}
        label={term ? m.synonyms_means_of({ term }) : m.synonyms_means()}
        hint={m.synonyms_means_hint()}
      />
      <label className="flex min-h-11 items-center gap-3">
        <input type="checkbox" name="bothWays" defaultChecked={bothWays} className="size-5" />
        {m.synonyms_both_ways()}
      </label>
      <div className="flex flex-wrap gap-3">
        <Button size="small" name="intent" value="accept" busy={busy} busyText={m.synonyms_busy()}>
          {m.synonyms_accept()}
        </Button>
        <Button size="small" look="second" formMethod="get" name="preview" value="1">
          {m.synonyms_try()}
        </Button>
        {term ? (
          <Button
            size="small"
            look="second"
            name="intent"
            value="reject"
            busy={busy}
            busyText={m.synonyms_busy()}
          >
            {m.synonyms_reject()}
          </Button>
        ) : null}
      </div>
    </Form>
  )
}
