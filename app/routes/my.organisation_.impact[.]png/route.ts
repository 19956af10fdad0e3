/** The picture of what a company reached, for who works there: it goes where they put it, and nowhere else. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import { impactPage } from '~/features/impact/queries/impact.server'
import { CARD_HEIGHT, CARD_WIDTH, impactCard } from '~/features/impact/ui/impact-card'
import { cardWords } from '~/features/impact/ui/words'
import { notFound } from '~/kernel/errors'
import { requireUser } from '~/platform/auth/actor.server'
import { respondBare } from '~/platform/http/respond.server'
import { wire } from '~/wiring.server'

export async function loader({ request }: LoaderFunctionArgs) {
  return respondBare(request, async () => {
    const of = new URL(request.url).searchParams.get('of')
    const { organisation, impact } = await impactPage(wire().db, await requireUser(request), of)
    if (organisation === null || impact.lessons === 0) throw notFound('page.not-found')
    const card = impactCard(cardWords(organisation.name, impact), impact.places)
    const png = await wire().drawCard(card, { width: CARD_WIDTH, height: CARD_HEIGHT })
    return new Response(Buffer.from(png), {
      headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, no-store' },
    })
  })
}
