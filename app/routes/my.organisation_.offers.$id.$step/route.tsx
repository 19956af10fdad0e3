/** One step of an offer: what, for whom, where, practical. */
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { type FieldStep, isFieldStep, nextStep } from '~/features/offers/domain/offer-steps'
import { offerNotFound } from '~/features/offers/errors'
import { editOfferPage, type OfferFormPage } from '~/features/offers/queries/offer-form.server'
import { FIELD_OF_ERROR, stepForm } from '~/features/offers/schemas'
import { OfferStepForm } from '~/features/offers/ui/offer-step-form'
import { STEP_WORD } from '~/features/offers/ui/offer-steps-nav'
import { changeOffer } from '~/features/offers/use-cases/change-offer.server'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageMeta(data ? `${STEP_WORD[data.step]()} · ${m.offers_edit_title()}` : m.offers_edit_title())

/** When a colleague was first, the page needs the version that is now the newest. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export async function loader({ request, params }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const step = stepOf(params.step)
    const id = params.id ?? ''
    const page = await editOfferPage(wire(), await requireUser(request), id, getLocale())
    // A coordinator writes down what a company says on the phone: all on one page.
    if (page.isForCompany) throw redirect(paths.editOffer(id))
    return { page, step, suggested: step === 'who' ? suggestedFor(page) : [] }
  })
}

function stepOf(word: string | undefined): FieldStep {
  if (!isFieldStep(word)) throw offerNotFound()
  return word
}

function suggestedFor({ words, fields }: OfferFormPage): readonly string[] {
  const text = (name: string) => String(fields[name] ?? '')
  const topics = words.topics.flatMap((parent) => [
    { id: parent.id, names: [parent.label], parentNames: [] },
    ...parent.children.map(({ id, label }) => ({ id, names: [label], parentNames: [parent.label] })),
  ])
  const chosen = new Set([fields.topics ?? []].flat())
  return wire()
    .suggestTopics({ topics, title: text('title'), text: `${text('summary')}\n${text('description')}` })
    .filter((id) => !chosen.has(id))
}

export async function action({ request, params }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    const step = stepOf(params.step)
    const id = params.id ?? ''
    return submitForm(
      request,
      stepForm(step),
      async ({ version, intent, change }) => {
        const asked = { id, version, content: change, publish: false }
        const { state, organisationId } = await changeOffer(wire(), actor, asked)
        const news = state === 'draft' ? m.offers_news_drafted() : m.offers_news_saved()
        if (intent === 'stop') return redirectWithNews(paths.myOrganisation({ of: organisationId }), news)
        if (intent === 'stay') return redirect(`${paths.offerStep(id, step)}#offer-topics`)
        return redirectWithNews(paths.offerStep(id, nextStep(step)), news)
      },
      { fieldOf: FIELD_OF_ERROR },
    )
  })
}

export default function OfferStepPage() {
  const { page, step, suggested } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const title = page.fields.title
  return (
    <PageFrame title={STEP_WORD[step]()} lead={typeof title === 'string' ? title : ''}>
      <OfferStepForm
        key={`${page.offer?.id} ${step} ${page.offer?.version}`}
        page={page}
        step={step}
        reply={reply}
        submissionKey={null}
        suggested={suggested}
      />
    </PageFrame>
  )
}
