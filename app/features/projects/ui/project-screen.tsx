/** One project: the next step, what they make, when they meet, what they share, and under which licence. */
import { Link } from '@remix-run/react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import { ErrorSummary } from '~/components/error-summary'
import { formatDay } from '~/components/format'
import { DemoMark, Notice } from '~/components/notices'
import { paths } from '~/components/paths'
import { StatusBadge } from '~/components/status-badge'
import { TitleBlock } from '~/components/title-block'
import { LICENCE_NAME } from '~/kernel/licence'
import * as m from '~/paraglide/messages'
import { stateWord, stopWord } from '../domain/words'
import type { ProjectPage } from '../queries/project-page.server'
import { ProjectAside } from './project-aside'
import { PressForm, type ProjectReply } from './project-form'
import { ProjectNext } from './project-next'
import { Files, LicencePart, Meetings } from './project-parts'
import { DescribeStep, DraftStep, FileStep, LicenceStep, MeetingStep, StopStep } from './project-steps'
import { STATUS_OF } from './words'

type Props = {
  readonly project: ProjectPage
  readonly reply: ProjectReply
  /** What the reader is about to do, and with which meeting or file. */
  readonly asked: {
    readonly step: string | null
    readonly meeting: string | null
    readonly file: string | null
  }
}

const WITH_FORM = ['describe', 'meeting', 'file', 'licence', 'draft', 'stop']

export function ProjectScreen({ project, reply, asked }: Props) {
  const step = project.works && project.side === 'member' ? stepOf({ project, reply, asked }) : null
  const intent = reply?.initialValue?.intent
  const pressErrors =
    typeof intent === 'string' && WITH_FORM.includes(intent) ? undefined : reply?.error?.['']
  return (
    <article className="page pt-4 pb-12">
      <Link to={paths.projects()} className="no-print link inline-flex min-h-11 items-center gap-2 text-sm">
        <ArrowLeft aria-hidden size={17} strokeWidth={1.75} />
        {m.projects_all()}
      </Link>
      <div className="mt-1 grid gap-x-12 gap-y-8 lg:grid-cols-12">
        <div className="min-w-0 lg:col-span-7">
          <div className="flex flex-wrap items-center gap-3">
            <StatusBadge status={STATUS_OF[project.state]}>{stateWord[project.state]()}</StatusBadge>
            {project.isDemo ? <DemoMark /> : null}
          </div>
          <h1 className="mt-3 wrap-break-word">{project.title}</h1>
          <Stopped project={project} />
          <TitleBlock facts={factsOf(project)} className="mt-5" />
          <ErrorSummary formErrors={pressErrors ?? []} fields={[]} />
          {step ?? <ProjectNext project={project} />}
          <Story project={project} />
        </div>
        <ProjectAside project={project} />
      </div>
    </article>
  )
}

function stepOf({ project, reply, asked }: Props) {
  const props = { project, reply }
  switch (project.isOpen ? asked.step : null) {
    case 'describe':
      return <DescribeStep {...props} />
    case 'meeting':
      return <MeetingStep {...props} id={asked.meeting} />
    case 'file':
      return <FileStep {...props} id={asked.file} />
    case 'licence':
      return <LicenceStep {...props} />
    case 'draft':
      return project.obstacle === null && project.mayDraftFor.length > 0 ? <DraftStep {...props} /> : null
    case 'stop':
      return <StopStep {...props} />
    default:
      return null
  }
}

function factsOf({ startsOn, endsOn, licence, side }: ProjectPage) {
  const day = (on: string | null) => (on === null ? m.projects_not_yet_known() : formatDay(on, true))
  return [
    { label: m.projects_fact_start(), value: day(startsOn) },
    { label: m.projects_fact_end(), value: day(endsOn) },
    ...(side === 'outline'
      ? []
      : [
          {
            label: m.projects_licence(),
            value: licence === null ? m.projects_not_yet_known() : LICENCE_NAME[licence],
          },
        ]),
  ]
}

function Stopped({ project: { stopReason, stopText } }: { readonly project: ProjectPage }) {
  if (stopReason === null) return null
  return (
    <div className="mt-4 border-l-4 border-line-strong pl-4">
      <p className="font-[650]">
        {m.projects_stopped_because({ reason: stopWord[stopReason]().toLowerCase() })}
      </p>
      {stopText ? <p className="mt-1 max-w-(--measure) whitespace-pre-line">{stopText}</p> : null}
    </div>
  )
}

function Story({ project }: { readonly project: ProjectPage }) {
  const { side, isOpen, works, state, resultOfferId } = project
  if (side === 'outline')
    return (
      <div className="mt-8">
        <Notice>{m.projects_outline()}</Notice>
      </div>
    )
  const mayChange = isOpen && works && side === 'member'
  const step = (name: string) => `${paths.project(project.id)}?do=${name}`
  return (
    <div className="mt-10 space-y-8">
      <Words heading={m.projects_field_goal()} text={project.goal} />
      <Words heading={m.projects_field_results()} text={project.results} />
      {mayChange ? (
        <p className="no-print">
          <Link to={step('describe')} className="link inline-flex min-h-11 items-center">
            {m.projects_describe_change()}
          </Link>
        </p>
      ) : null}
      {side === 'member' ? (
        <>
          <Meetings project={project} />
          <Files project={project} />
          <LicencePart project={project} />
        </>
      ) : null}
      {side === 'member' ? (
        <p>
          <Link to={paths.booking(project.bookingId)} className="link inline-flex min-h-11 items-center">
            {m.projects_to_booking()}
          </Link>
        </p>
      ) : null}
      {mayChange ? (
        <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
          {state === 'finished' && resultOfferId === null ? (
            <PressForm intent="reopen" look="quiet" small>
              {m.projects_reopen()}
            </PressForm>
          ) : null}
          <Link to={step('stop')} className="link inline-flex min-h-11 items-center">
            {m.projects_stop_title()}
          </Link>
        </div>
      ) : null}
    </div>
  )
}

function Words({ heading, text }: { readonly heading: string; readonly text: string }) {
  if (text === '') return null
  return (
    <section>
      <h2>{heading}</h2>
      <p className="mt-2 max-w-(--measure) whitespace-pre-line wrap-break-word">{text}</p>
    </section>
  )
}
