/** Who takes part, and what happened so far. */
import { Link } from '@remix-run/react'
import { formatDay } from '~/components/format'
import { paths } from '~/components/paths'
import { type Moment, Timeline } from '~/components/timeline'
import * as m from '~/paraglide/messages'
import type { NamedMember } from '../queries/project-facts.server'
import type { ProjectMoment, ProjectPage } from '../queries/project-page.server'
import { PressForm } from './project-form'

export function ProjectAside({ project }: { readonly project: ProjectPage }) {
  const { members, side, moments, isOpen, works } = project
  const shown = members.filter(
    ({ state }) => state === 'joined' || state === 'invited' || (state === 'refused' && side === 'member'),
  )
  return (
    <aside aria-label={m.projects_aside()} className="space-y-6 lg:col-span-5">
      <section className="card p-5">
        <h2>{m.projects_members()}</h2>
        <ul className="mt-3 grid gap-4">
          {shown.map((member) => (
            <Row key={member.id} member={member} project={project} />
          ))}
        </ul>
        {isOpen && works && side === 'member' ? (
          <p className="no-print mt-3">
            <Link to={paths.inviteToProject(project.id)} className="link inline-flex min-h-11 items-center">
              {m.projects_invite()}
            </Link>
          </p>
        ) : null}
      </section>
      {moments.length > 0 ? (
        <section>
          <h2 className="mb-4">{m.projects_so_far()}</h2>
          <Timeline moments={moments.map(momentOf)} />
        </section>
      ) : null}
    </aside>
  )
}

function Row({ member, project }: { readonly member: NamedMember; readonly project: ProjectPage }) {
  const { id, name, placeName, state, branchId, slug } = member
  const { isOpen, works, side, ownIds } = project
  const mayEnd =
    isOpen &&
    works &&
    side === 'member' &&
    (state === 'invited' || (state === 'joined' && ownIds.includes(id)))
  const to = branchId === null ? slug && paths.organisation(slug) : paths.school(branchId)
  return (
    <li>
      {to ? (
        <Link to={to} className="link inline-block py-1 font-[650]">
          {name}
        </Link>
      ) : (
        <span className="font-[650]">{name}</span>
      )}
      <p className="text-sm text-ink-soft">
        {branchId === null ? m.projects_company() : m.projects_school()}, {placeName}
      </p>
      {state === 'joined' ? null : (
        <p className="text-sm font-[650]">
          {state === 'invited' ? m.projects_member_invited() : m.projects_member_refused()}
        </p>
      )}
      {mayEnd ? (
        <PressForm
          intent="leave"
          hidden={{ member: id }}
          look="quiet"
          small
          label={state === 'invited' ? m.projects_withdraw_named({ name }) : m.projects_leave_named({ name })}
        >
          {state === 'invited' ? m.projects_withdraw() : m.projects_leave()}
        </PressForm>
      ) : null}
    </li>
  )
}

const HAPPENED: Readonly<Record<ProjectMoment['type'], (who: { who: string; about: string }) => string>> = {
  ProjectBegun: () => m.projects_happened_begun(),
  ProjectDescribed: m.projects_happened_described,
  ProjectStarted: m.projects_happened_started,
  ProjectFinished: m.projects_happened_finished,
  ProjectReopened: m.projects_happened_reopened,
  ProjectStopped: ({ who }) =>
    who === '' ? m.projects_happened_stopped_by_itself() : m.projects_happened_stopped({ who }),
  ProjectMemberInvited: m.projects_happened_invited,
  ProjectMemberJoined: ({ about }) => m.projects_happened_joined({ about }),
  ProjectMemberRefused: ({ about }) => m.projects_happened_refused({ about }),
  ProjectMemberLeft: ({ about }) => m.projects_happened_left({ about }),
  ProjectMeetingPlanned: m.projects_happened_meeting,
  ProjectMeetingMoved: m.projects_happened_meeting_moved,
  ProjectMeetingCancelled: ({ about }) => m.projects_happened_meeting_cancelled({ about }),
  ProjectFileVersionAdded: m.projects_happened_file,
  ProjectLicenceChosen: m.projects_happened_licence,
  ProjectLicenceAgreed: m.projects_happened_agreed,
  ProjectResultDrafted: m.projects_happened_drafted,
  ProjectPublished: () => m.projects_happened_published(),
}

function momentOf({ type, on, by, about }: ProjectMoment): Moment {
  return { title: formatDay(on, true), text: HAPPENED[type]({ who: by ?? '', about: about ?? '' }) }
}
