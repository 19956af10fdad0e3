import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { projectPage } from '~/features/projects/queries/project-page.server'
import { FIELD_OF_PROJECT_ERROR, type ProjectAction, projectAction } from '~/features/projects/schemas'
import { ProjectScreen } from '~/features/projects/ui/project-screen'
import { addVersion } from '~/features/projects/use-cases/add-version.server'
import { agreeLicence, chooseLicence } from '~/features/projects/use-cases/agree-licence.server'
import { answerInvitation } from '~/features/projects/use-cases/answer-invitation.server'
import { describeProject } from '~/features/projects/use-cases/describe-project.server'
import { draftResult } from '~/features/projects/use-cases/draft-result.server'
import { cancelMeeting, keepMeeting } from '~/features/projects/use-cases/keep-meeting.server'
import { leaveProject } from '~/features/projects/use-cases/leave-project.server'
import { moveProject } from '~/features/projects/use-cases/move-project.server'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? m.projects_title())

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return projectPage(wire(), actor, { id: params.id ?? '', now: wire().clock.now() })
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const id = params.id ?? ''
    return submitForm(request, projectAction, (asked) => answer(actor, id, asked), {
      fieldOf: FIELD_OF_PROJECT_ERROR,
      secret: ['upload'],
    })
  })
}

async function answer(actor: SignedInActor, id: string, asked: ProjectAction): Promise<Response> {
  if (asked.intent === 'draft') {
    const { organisation, version, intent: _, ...words } = asked
    const draft = { ...words, id, organisationId: organisation, versionIds: version }
    const offerId = await draftResult(wire(), actor, draft)
    return redirectWithNews(paths.offerStep(offerId, 'publish'), m.projects_news_drafted())
  }
  const news = await act(actor, id, asked)
  const isGone = asked.intent === 'refuse' || asked.intent === 'leave'
  return redirectWithNews(isGone ? paths.projects() : paths.project(id), news)
}

/** @returns what is said of it on the next page. */
async function act(
  actor: SignedInActor,
  id: string,
  asked: Exclude<ProjectAction, { intent: 'draft' }>,
): Promise<string> {
  switch (asked.intent) {
    case 'describe': {
      const { intent: _, ...description } = asked
      await describeProject(wire(), actor, { id, ...description })
      return m.projects_news_described()
    }
    case 'start':
    case 'finish':
    case 'reopen':
      await moveProject(wire(), actor, { id, move: asked.intent })
      return NEWS_OF_MOVE[asked.intent]()
    case 'stop':
      await moveProject(wire(), actor, { id, move: 'stop', reason: asked.reason, text: asked.text })
      return m.projects_news_stopped()
    case 'accept':
    case 'refuse': {
      const yes = asked.intent === 'accept'
      await answerInvitation(wire(), actor, { id, memberId: asked.member, yes })
      return yes ? m.projects_news_accepted() : m.projects_news_refused()
    }
    case 'leave':
      await leaveProject(wire(), actor, { id, memberId: asked.member })
      return m.projects_news_left()
    case 'meeting': {
      const { intent: _, meeting, minutes: durationMinutes, notes, ...plan } = asked
      const kept = { projectId: id, id: meeting, plan: { ...plan, durationMinutes }, notes }
      await keepMeeting(wire(), actor, kept)
      return m.projects_news_meeting()
    }
    case 'cancel-meeting':
      await cancelMeeting(wire(), actor, { projectId: id, id: asked.meeting })
      return m.projects_news_meeting_cancelled()
    case 'file': {
      const { upload, file, title, note } = asked
      const content = upload ? new Uint8Array(await upload.arrayBuffer()) : new Uint8Array()
      const of = file === null ? { title } : { fileId: file }
      await addVersion(wire(), actor, { projectId: id, content, name: upload?.name ?? '', of, note })
      return m.projects_news_file()
    }
    case 'licence':
      await chooseLicence(wire(), actor, { id, licence: asked.licence })
      return m.projects_news_licence()
    case 'agree':
      await agreeLicence(wire(), actor, { id, round: asked.round })
      return m.projects_news_agreed()
  }
}

const NEWS_OF_MOVE = {
  start: m.projects_news_started,
  finish: m.projects_news_finished,
  reopen: m.projects_news_reopened,
}

export default function Project() {
  const project = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const [params] = useSearchParams()
  const asked = { step: params.get('do'), meeting: params.get('meeting'), file: params.get('file') }
  return (
    <ProjectScreen
      key={`${asked.step} ${asked.meeting} ${asked.file}`}
      project={project}
      reply={reply}
      asked={asked}
    />
  )
}
