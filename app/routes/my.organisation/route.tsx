import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import { formProblems } from '~/components/form-problems'
import { paths } from '~/components/paths'
import { myOffers } from '~/features/offers/queries/my-offers.server'
import { offerAction } from '~/features/offers/schemas'
import { gapsOfPressed } from '~/features/offers/ui/gap-address'
import { MyOfferList } from '~/features/offers/ui/my-offer-list'
import { confirmOffer } from '~/features/offers/use-cases/confirm-offer.server'
import { copyOffer } from '~/features/offers/use-cases/copy-offer.server'
import { moveOffer } from '~/features/offers/use-cases/move-offer.server'
import { ownAnswerStanding } from '~/features/organisations/queries/answer-standing.server'
import { myOrganisation } from '~/features/organisations/queries/my-organisation.server'
import { AnswerStandingCard } from '~/features/organisations/ui/answer-standing-card'
import { MyOrganisationScreen } from '~/features/organisations/ui/my-organisation-screen'
import { PitchScreen } from '~/features/organisations/ui/pitch-screen'
import { SilenceCard } from '~/features/silence/ui/silence-card'
import * as m from '~/paraglide/messages'
import { getLocale } from '~/paraglide/runtime'
import { actorOf, requireUser } from '~/platform/auth/actor.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data?.page.kind === 'member' ? data.page.organisation.name : m.organisations_pitch_title()} · ${m.common_site_name()}`,
  },
  { name: 'description', content: m.organisations_pitch_lead() },
]

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const actor = await actorOf(request)
    const { searchParams: asked } = new URL(request.url)
    const page = await myOrganisation(wire(), actor, asked.get('of'), getLocale())
    if (page.kind !== 'member') return { page, offers: null, standing: null }
    const which = { archived: asked.get('archived') === '1', page: Number(asked.get('page') ?? 1) }
    const { id } = page.organisation
    const { db, clock } = wire()
    const [offers, standing] = await Promise.all([
      myOffers(wire(), actor, id, which),
      ownAnswerStanding(db, actor, id, clock.now()),
    ])
    return { page, offers, standing }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, offerAction, async (asked) => {
      if (asked.intent === 'copy') return redirect(paths.editOffer(await copy(actor, asked)))
      const { pathname, search } = new URL(request.url)
      return redirectWithNews(pathname + search, await press(actor, asked))
    })
  })
}

type Asked = ReturnType<typeof offerAction.parse>

function copy(actor: SignedInActor, asked: Extract<Asked, { intent: 'copy' }>): Promise<string> {
  const title = (of: string) => m.offers_copy_title({ title: of })
  return copyOffer(wire(), actor, { id: asked.offer, title, submissionKey: asked.submissionKey })
}

/** @returns what happened, in the reader's words. */
async function press(actor: SignedInActor, asked: Exclude<Asked, { intent: 'copy' }>): Promise<string> {
  const id = asked.offer
  if (asked.intent === 'confirm') {
    await confirmOffer(wire(), actor, id)
    return m.offers_news_confirmed()
  }
  const until = asked.intent === 'pause' ? asked.until : null
  await moveOffer(wire(), actor, { id, move: asked.intent, until })
  return NEWS[asked.intent]()
}

const NEWS = {
  publish: m.offers_news_published,
  resume: m.offers_news_published,
  pause: m.offers_news_paused,
  archive: m.offers_news_archived,
} as const

export default function MyOrganisation() {
  const { page, offers, standing } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  if (page.kind !== 'member' || offers === null || standing === null)
    return (
      <PitchScreen
        isVisitor={page.kind === 'visitor'}
        emailVerified={page.kind === 'without' && page.emailVerified}
      />
    )
  const { organisation } = page
  const gaps = gapsOfPressed(offers.rows, reply?.initialValue)
  // A pause is the one thing here with a field of its own; what is wrong with it stands above the list.
  const problems = [...formProblems(reply, ['until']), ...(reply?.error?.until ?? [])]
  return (
    <MyOrganisationScreen
      organisation={organisation}
      formErrors={gaps.length === 1 ? [] : problems}
      elsewhere={gaps}
    >
      {standing.isHidden ? (
        <SilenceCard organisationId={organisation.id} mayEdit={organisation.mayOffer} />
      ) : null}
      <MyOfferList
        organisationId={organisation.id}
        offers={offers}
        isVerified={organisation.verification === 'verified'}
        mayEdit={organisation.mayOffer}
      />
      <AnswerStandingCard standing={standing} />
    </MyOrganisationScreen>
  )
}
