/** Whether the machine runs, and what of its work keeps failing. */
import { Form, useNavigation } from '@remix-run/react'
import { Button } from '~/components/button'
import { formatMoment, formatNumber } from '~/components/format'
import { EmptyState, Notice } from '~/components/notices'
import { PageFrame } from '~/components/shell'
import { FactTable } from '~/components/title-block'
import * as m from '~/paraglide/messages'
import type { EngineRoom } from '../queries/engine-room.server'

const ENGINES: Readonly<Record<string, string>> = { postgres: 'PostgreSQL', meilisearch: 'Meilisearch' }

export function EngineRoomScreen({ room }: { readonly room: EngineRoom }) {
  return (
    <PageFrame title={m.operations_title()} lead={m.operations_lead()}>
      <div className="grid gap-10">
        <Engine room={room} />
        <Queue room={room} />
      </div>
    </PageFrame>
  )
}

function Engine({ room: { engine, offers } }: { readonly room: EngineRoom }) {
  const name = ENGINES[engine.name] ?? engine.name
  return (
    <section aria-labelledby="engine" className="grid gap-4">
      <h2 id="engine">{m.operations_engine()}</h2>
      {engine.ok ? null : <Notice tone="danger">{m.operations_engine_dead({ name })}</Notice>}
      {engine.degraded ? (
        <Notice tone="need">
          <p>{m.operations_engine_stand_in()}</p>
          <p className="mt-1 text-sm wrap-break-word">{engine.problem}</p>
        </Notice>
      ) : null}
      {engine.ok && engine.documents !== offers ? (
        <Notice tone="need">{m.operations_engine_differs()}</Notice>
      ) : null}
      <FactTable
        facts={[
          { label: m.operations_answers(), value: [name, engine.version].filter(Boolean).join(' ') },
          { label: m.operations_offers(), value: formatNumber(offers) },
          { label: m.operations_documents(), value: formatNumber(engine.documents) },
        ]}
      />
    </section>
  )
}

function Queue({ room: { queue, failed } }: { readonly room: EngineRoom }) {
  const oldest = queue.oldestSeconds === null ? 0 : Math.round(queue.oldestSeconds / 60)
  return (
    <section aria-labelledby="queue" className="grid gap-4">
      <h2 id="queue">{m.operations_queue()}</h2>
      <FactTable
        facts={[
          { label: m.operations_waiting(), value: formatNumber(queue.waiting) },
          {
            label: m.operations_oldest(),
            value: m.operations_minutes({ count: oldest, shown: String(oldest) }),
          },
          { label: m.operations_failed(), value: formatNumber(queue.failed) },
        ]}
      />
      {failed.length === 0 ? (
        <EmptyState title={m.operations_none()}>
          <p>{m.operations_none_text()}</p>
        </EmptyState>
      ) : (
        <ul aria-label={m.operations_failed()} className="grid gap-4">
          {failed.map((job) => (
            <FailedJobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
    </section>
  )
}

function FailedJobRow({ job }: { readonly job: EngineRoom['failed'][number] }) {
  const name = job.reaction ? `${job.reaction.subscriber} (${job.reaction.event})` : job.task
  const isSending = useNavigation().formData?.get('job') === job.id
  return (
    <li className="grid gap-3 rounded-md border border-line bg-surface p-4">
      <div>
        <h3 className="wrap-break-word">{name}</h3>
        <p className="text-sm text-ink-soft">
          {m.operations_since({
            moment: formatMoment(new Date(job.since)),
            times: String(job.attempts),
          })}{' '}
          {job.isGivenUp ? m.operations_given_up() : m.operations_goes_on()}
        </p>
      </div>
      <p className="font-mono text-sm wrap-break-word" lang="en">
        {job.error}
      </p>
      {job.reaction ? (
        <p className="text-sm text-ink-soft wrap-break-word">
          {m.operations_subject({ id: job.reaction.subjectId })}
        </p>
      ) : null}
      <Form method="post" preventScrollReset className="flex flex-wrap gap-3">
        <input type="hidden" name="job" value={job.id} />
        <Button
          name="intent"
          value="again"
          look="second"
          size="small"
          busy={isSending}
          busyText={m.operations_busy()}
          aria-label={m.operations_again_of({ name })}
        >
          {m.operations_again()}
        </Button>
        <Button
          name="intent"
          value="give-up"
          look="quiet"
          size="small"
          aria-label={m.operations_drop_of({ name })}
        >
          {m.operations_drop()}
        </Button>
      </Form>
    </li>
  )
}
