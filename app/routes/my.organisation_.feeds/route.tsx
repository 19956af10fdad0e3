import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { SignedInActor } from '~/authorisation/actor'
import { pageMeta } from '~/components/page-meta'
import { paths } from '~/components/paths'
import { PageFrame } from '~/components/shell'
import { feedsPage } from '~/features/feeds/queries/feeds-page.server'
import { type FeedAction, feedAction } from '~/features/feeds/schemas'
import { FeedsScreen } from '~/features/feeds/ui/feeds-screen'
import { addFeed } from '~/features/feeds/use-cases/add-feed.server'
import { changeFeed } from '~/features/feeds/use-cases/change-feed.server'
import type { OrganisationId } from '~/kernel/ids'
import * as m from '~/paraglide/messages'
import { requireUser } from '~/platform/auth/actor.server'
import { errorText } from '~/platform/http/error-text.server'
import { redirectWithNews } from '~/platform/http/flash.server'
import { submitForm } from '~/platform/http/form.server'
import { respond } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export const meta: MetaFunction = () => pageMeta(m.feeds_title())

/** Each try asks a server of somebody else. */
const TRIES = { name: 'feed-try', tries: 20, seconds: 3600 } as const

export async function loader({ request }: LoaderFunctionArgs) {
  return respond(request, async () => {
    const of = new URL(request.url).searchParams.get('of')
    const page = await feedsPage(wire(), await requireUser(request), of)
    const problems = page.feeds.flatMap(({ id, error }) => (error ? [[id, errorText(error)]] : []))
    return { page, problems: Object.fromEntries(problems) as Record<string, string> }
  })
}

export async function action({ request }: ActionFunctionArgs) {
  return respond(request, async () => {
    const actor = await requireUser(request)
    return submitForm(request, feedAction, (asked) => press(actor, asked), {
      fieldOf: { 'feed.already-there': 'url', 'feed.too-many': 'url' },
    })
  })
}

async function press(actor: SignedInActor, asked: FeedAction): Promise<Response> {
  if (asked.intent === 'add') {
    await wire().limits.take(TRIES, actor.userId)
    const organisationId = asked.organisation as OrganisationId
    await addFeed(wire(), actor, { ...asked, organisationId })
    return redirectWithNews(paths.feeds(organisationId), m.feeds_news_added())
  }
  const isTry = asked.intent === 'try' || asked.intent === 'restart'
  if (isTry) await wire().limits.take(TRIES, actor.userId)
  const organisationId = await changeFeed(wire(), actor, { id: asked.feed, change: asked.intent })
  const news = {
    try: m.feeds_news_try,
    restart: m.feeds_news_try,
    stop: m.feeds_news_stopped,
    remove: m.feeds_news_removed,
  }
  return redirectWithNews(paths.feeds(organisationId), news[asked.intent]())
}

export default function Feeds() {
  const { page, problems } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <PageFrame title={m.feeds_title()} lead={m.feeds_lead()}>
      <FeedsScreen page={page} problems={problems} reply={reply} />
      <p className="mt-8">
        <Link to={paths.loads(page.organisation.id)} className="link">
          {m.feeds_back()}
        </Link>
      </p>
    </PageFrame>
  )
}
