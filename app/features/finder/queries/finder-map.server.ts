/** The pins of the same question: what the map beside the list shows. */
import type { Actor } from '~/authorisation/actor'
import type { FinderMap } from '~/features/finder/domain/finder-page'
import { askedIndex } from './ask-index.server'
import type { FinderNeeds } from './finder-needs.server'
import { understandAddress } from './understand-address.server'

/** As the page, and one question more to the index where something was read in the text. */
export async function finderMap(
  needs: FinderNeeds,
  actor: Actor,
  params: URLSearchParams,
): Promise<FinderMap> {
  const { question, understood, state, from } = await understandAddress(needs, actor, params)
  const asked = await askedIndex(needs.search, question, { understood, radiusKm: state.radiusKm })
  return {
    points: await needs.search.mapPoints(asked),
    from: from?.kind === 'area' ? null : from,
    radiusKm: asked.near?.radiusKm ?? null,
    ...(asked.filters?.bounds ? { bounds: asked.filters.bounds } : {}),
  }
}
