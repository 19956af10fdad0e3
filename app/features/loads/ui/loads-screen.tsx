/** Bringing a table, and the tables that were brought before. */
import { Form, Link, useNavigation } from '@remix-run/react'
import { Button, ButtonLink } from '~/components/button'
import { ErrorSummary } from '~/components/error-summary'
import { formatMoment, formatNumber } from '~/components/format'
import { Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import { TitleBlock } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import type { LoadLine, LoadsPage } from '../queries/loads-page.server'
import { loadState } from './load-words'

type Props = {
  readonly page: LoadsPage
  /** What is wrong with the file that was sent. */
  readonly problem: string | null
  readonly limits: { readonly rows: number; readonly megabytes: number }
}

export function LoadsScreen({ page, problem, limits }: Props) {
  const { organisation, loads, asPartner } = page
  return (
    <div className="grid gap-8">
      {asPartner ? (
        <Notice tone="info">{m.delegations_loading_for({ name: organisation.name })}</Notice>
      ) : null}
      {organisation.isVerified ? null : (
        <Notice tone="info">{m.loads_not_verified({ name: organisation.name })}</Notice>
      )}
      <section className="max-w-(--measure)">
        <h2>{m.loads_step_template()}</h2>
        <p className="mt-1">{m.loads_step_template_text()}</p>
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          <ButtonLink look="second" size="small" to={paths.loadTemplate('xlsx')} reloadDocument>
            {m.loads_template_xlsx()}
          </ButtonLink>
          <Link
            to={paths.loadTemplate('csv')}
            reloadDocument
            className="link inline-flex min-h-11 items-center"
          >
            {m.loads_template_csv()}
          </Link>
          <Link to={paths.loadColumns()} className="link inline-flex min-h-11 items-center">
            {m.loads_to_columns()}
          </Link>
        </div>
      </section>
      <Upload organisationId={organisation.id} problem={problem} limits={limits} />
      <section className="max-w-(--measure)">
        <h2>{m.loads_feeds()}</h2>
        <p className="mt-1">{m.loads_feeds_text()}</p>
        <p className="mt-2">
          <Link to={paths.feeds(organisation.id)} className="link inline-flex min-h-11 items-center">
            {m.loads_to_feeds()}
          </Link>
        </p>
      </section>
      {asPartner ? null : (
        <section className="max-w-(--measure)">
          <h2>{m.delegations_title()}</h2>
          <p className="mt-1">{m.delegations_lead()}</p>
          <p className="mt-2">
            <Link to={paths.partners(organisation.id)} className="link inline-flex min-h-11 items-center">
              {m.delegations_to_partners()}
            </Link>
          </p>
        </section>
      )}
      <section>
        <h2>{m.loads_list()}</h2>
        {loads.length === 0 ? (
          <p className="mt-1 text-ink-soft">{m.loads_list_none()}</p>
        ) : (
          <ul className="mt-3 grid gap-4">
            {loads.map((load) => (
              <li key={load.id}>
                <LoadCard load={load} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function Upload({
  organisationId,
  problem,
  limits,
}: { readonly organisationId: string } & Pick<Props, 'problem' | 'limits'>) {
  const busy = useNavigation().state === 'submitting'
  const field = { id: 'load-file', name: 'file', ...(problem === null ? {} : { errors: [problem] }) }
  return (
    <section className="max-w-(--measure)">
      <h2>{m.loads_step_upload()}</h2>
      <Form method="post" encType="multipart/form-data" className="mt-3 grid gap-4">
        <ErrorSummary fields={[field]} />
        <input type="hidden" name="organisation" value={organisationId} />
        <div>
          <label htmlFor="load-file" className="block font-[650]">
            {m.loads_file()}
          </label>
          <p id="load-file-hint" className="text-sm text-ink-soft">
            {m.loads_file_hint({ rows: formatNumber(limits.rows), size: limits.megabytes })}
          </p>
          <input
            id="load-file"
            type="file"
            name="file"
            accept=".xlsx,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-invalid={problem === null ? undefined : true}
            aria-describedby={problem === null ? 'load-file-hint' : 'load-file-hint load-file-error'}
            className="field-box mt-1.5"
          />
          {problem === null ? null : (
            <p id="load-file-error" className="mt-1.5 font-[650] text-danger-text">
              {problem}
            </p>
          )}
        </div>
        <div>
          <Button busy={busy} busyText={m.loads_uploading()}>
            {m.loads_upload()}
          </Button>
        </div>
      </Form>
    </section>
  )
}

function LoadCard({ load }: { readonly load: LoadLine }) {
  const { status, word } = loadState[load.state]
  const { counts } = load
  return (
    <article className="card grid gap-3 p-4 sm:p-5" aria-labelledby={`load-${load.id}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h3 id={`load-${load.id}`} className="break-words">
            <Link to={paths.load(load.id)} className="link">
              {load.fileName}
            </Link>
          </h3>
          <p className="text-sm text-ink-soft">
            {m.loads_by({
              name: [load.isFeed ? m.loads_by_feed() : (load.by ?? m.loads_by_gone()), load.partner]
                .filter(Boolean)
                .join(', '),
              when: formatMoment(load.createdAt),
            })}
          </p>
        </div>
        <StatusBadge status={status}>{word()}</StatusBadge>
      </div>
      {load.state === 'mapping' || load.state === 'cancelled' ? null : (
        <TitleBlock
          facts={[
            { label: m.loads_count_new(), value: formatNumber(counts.new) },
            { label: m.loads_count_changed(), value: formatNumber(counts.changed) },
            { label: m.loads_count_same(), value: formatNumber(counts.same) },
            { label: m.loads_count_wrong(), value: formatNumber(counts.wrong) },
          ]}
        />
      )}
    </article>
  )
}
