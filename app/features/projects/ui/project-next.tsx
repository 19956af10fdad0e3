/** What the reader can best do now, on top of the page. */
import { ButtonLink } from '~/components/button'
import { paths } from '~/components/paths'
import { offerSlug } from '~/features/finder/domain/offer-address'
import { LICENCE_NAME } from '~/kernel/licence'
import * as m from '~/paraglide/messages'
import type { ProjectPage } from '../queries/project-page.server'
import { PressForm } from './project-form'

export function ProjectNext({ project }: { readonly project: ProjectPage }) {
  const { next } = project
  if (next === null) return null
  return (
    <section
      aria-labelledby="next-step"
      className={`no-print mt-6 rounded-md border-2 bg-surface p-5 ${next === 'see-result' ? 'border-line' : 'border-need'}`}
    >
      <h2 id="next-step">{m.projects_next()}</h2>
      <p className="mt-2 max-w-(--measure)">{textOf(project)}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Ways project={project} />
      </div>
    </section>
  )
}

function textOf({ next, members, notAgreed, licence }: ProjectPage): string {
  const names = members.filter(({ id }) => notAgreed.includes(id)).map(({ name }) => name)
  switch (next) {
    case 'answer':
      return m.projects_next_answer()
    case 'describe':
      return m.projects_next_describe()
    case 'start':
      return m.projects_next_start()
    case 'add-file':
      return m.projects_next_add_file()
    case 'choose-licence':
      return m.projects_next_choose_licence()
    case 'agree':
      return m.projects_next_agree({ licence: licence === null ? '' : LICENCE_NAME[licence] })
    case 'others-agree':
      return m.projects_next_others_agree({ names: names.join(', ') })
    case 'finish':
      return m.projects_next_finish()
    case 'draft':
      return m.projects_next_draft()
    case 'company-drafts':
      return m.projects_next_company_drafts()
    case 'complete-offer':
      return m.projects_next_complete_offer()
    case 'see-result':
      return m.projects_next_see_result()
    default:
      return ''
  }
}

function Ways({ project }: { readonly project: ProjectPage }) {
  const { id, next, ownId, licence, licenceRound, result, mayDraftFor } = project
  const step = (name: string) => `${paths.project(id)}?do=${name}`
  switch (next) {
    case 'answer':
      return (
        <>
          <PressForm intent="accept" hidden={{ member: ownId ?? '' }}>
            {m.projects_accept()}
          </PressForm>
          <PressForm intent="refuse" hidden={{ member: ownId ?? '' }} look="second">
            {m.projects_refuse()}
          </PressForm>
        </>
      )
    case 'describe':
      return <ButtonLink to={step('describe')}>{m.projects_describe_title()}</ButtonLink>
    case 'start':
      return <PressForm intent="start">{m.projects_start()}</PressForm>
    case 'add-file':
      return <ButtonLink to={step('file')}>{m.projects_file_new()}</ButtonLink>
    case 'choose-licence':
      return <ButtonLink to={step('licence')}>{m.projects_licence_choose()}</ButtonLink>
    case 'agree':
      return (
        <PressForm intent="agree" hidden={{ round: String(licenceRound) }}>
          {m.projects_agree({ licence: licence === null ? '' : LICENCE_NAME[licence] })}
        </PressForm>
      )
    case 'finish':
      return <PressForm intent="finish">{m.projects_finish()}</PressForm>
    case 'draft':
      return mayDraftFor.length > 0 ? (
        <ButtonLink to={step('draft')}>{m.projects_draft_title()}</ButtonLink>
      ) : null
    case 'complete-offer':
      return result && mayDraftFor.length > 0 ? (
        <ButtonLink to={paths.offerStep(result.id, 'publish')}>{m.projects_to_draft()}</ButtonLink>
      ) : null
    case 'see-result':
      return result?.state === 'published' ? (
        <ButtonLink to={paths.offer(offerSlug(result.words, result.id))} look="second">
          {m.projects_to_result()}
        </ButtonLink>
      ) : null
    default:
      return null
  }
}
