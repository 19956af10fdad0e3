/** The projects of the reader: what waits for an answer first. */
import { Link } from '@remix-run/react'
import { ButtonLink } from '~/components/button'
import { formatDay } from '~/components/format'
import { DemoMark, EmptyState } from '~/components/notices'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { StatusBadge } from '~/components/status-badge'
import * as m from '~/paraglide/messages'
import { stateWord } from '../domain/words'
import type { MyProjects, ProjectRow } from '../queries/my-projects.server'
import { STATUS_OF } from './words'

export function ProjectsScreen({ projects }: { readonly projects: MyProjects }) {
  const own = projects.rows.filter(({ side }) => side !== 'region')
  const others = projects.rows.filter(({ side }) => side === 'region')
  return (
    <PageFrame title={m.projects_title()} lead={m.projects_lead()}>
      {own.length > 0 ? <Rows rows={own} label={m.projects_title()} heading="h2" /> : null}
      {others.length > 0 ? (
        <section className="mt-8">
          <h2>{m.projects_of_region()}</h2>
          <Rows rows={others} label={m.projects_of_region()} heading="h3" />
        </section>
      ) : null}
      {projects.rows.length === 0 ? <Nothing projects={projects} /> : null}
    </PageFrame>
  )
}

type RowsProps = {
  readonly rows: readonly ProjectRow[]
  readonly label: string
  readonly heading: 'h2' | 'h3'
}

function Rows({ rows, label, heading: Heading }: RowsProps) {
  return (
    <ul className="mt-4 grid gap-4" aria-label={label}>
      {rows.map((row) => (
        <li
          key={row.id}
          className={`card relative p-5 ${row.side === 'invited' ? 'border-2 border-need' : ''}`}
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <StatusBadge status={STATUS_OF[row.state]}>{stateWord[row.state]()}</StatusBadge>
            {row.isDemo ? <DemoMark /> : null}
          </div>
          <Heading className="mt-3 text-lg leading-7 wrap-break-word">
            <Link to={paths.project(row.id)} className="underline-offset-[.22em] hover:underline">
              {row.title}
            </Link>
          </Heading>
          <p className="text-ink-soft">{row.members.join(' · ')}</p>
          {row.side === 'invited' ? (
            <p className="mt-2 text-need-text">{m.projects_you_are_invited()}</p>
          ) : row.nextMeeting ? (
            <p className="mt-2">{m.projects_next_meeting({ day: formatDay(row.nextMeeting, true) })}</p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Nothing({ projects: { hasSchool, hasOrganisation } }: { readonly projects: MyProjects }) {
  return (
    <EmptyState title={m.projects_none()}>
      <p>{m.projects_none_text()}</p>
      {hasSchool ? (
        <ButtonLink to={paths.newRequest()}>{m.projects_none_ask()}</ButtonLink>
      ) : hasOrganisation ? (
        <ButtonLink to={paths.myOrganisation()}>{m.projects_none_offer()}</ButtonLink>
      ) : null}
    </EmptyState>
  )
}
