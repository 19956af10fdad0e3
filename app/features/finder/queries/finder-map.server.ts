/** The pins of the same question: what the map beside the list shows. */
import type { Actor } from '~/authorisation/actor'
import type { FinderMap } from '~/features/finder/domain/finder-page'
import type { FinderNeeds } from './finder-needs.server'
import { understandAddress } from './understand-address.server'

export async function finderMap(
  needs: FinderNeeds,
  actor: Actor,
  params: URLSearchParams,
): Promise<FinderMap> {
  const { question, from } = await understandAddress(needs, actor, params)
  return {
    points: await needs.search.mapPoints(question),
    from,
    radiusKm: question.near?.radiusKm ?? null,
    ...(question.filters?.bounds ? { bounds: question.filters.bounds } : {}),
  }
}
