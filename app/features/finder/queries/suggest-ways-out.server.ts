/** When nothing is found: what can be changed in the question, each with the number of offers it then gives. */
import type { WayOut } from '~/features/finder/domain/finder-page'
import { questionOf, withinPlace } from '~/features/finder/domain/finder-question'
import {
  activeParts,
  type FilterPart,
  type FinderState,
  widerRadii,
  withoutPart,
} from '~/features/finder/domain/finder-state'
import type { From } from '~/features/finder/domain/place-answer'
import type { SearchPort } from '~search/port'

const WIDER_TRIED = 3
const DROPPED_TRIED = 12

/**
 * @returns the first wider radius that finds something, then what leaving one filter out gives, most first; only
 * what finds at least one offer. Empty when several filters together stand in the way.
 */
export async function suggestWaysOut(
  search: Pick<SearchPort, 'search'>,
  state: FinderState,
  from: From | null,
): Promise<WayOut[]> {
  const near = from?.kind === 'place' ? from.point : null
  const count = async (changed: FinderState) => {
    const point = changed.place ? near : null
    const question = withinPlace(questionOf(changed, point, true), changed.place ? from : null)
    return (await search.search({ ...question, page: 1, pageSize: 1 })).total
  }

  const radii = near && state.radiusKm !== null ? widerRadii(state.radiusKm, WIDER_TRIED) : []
  const wider = radii.map(async (radiusKm): Promise<WayOut> => {
    const changed = { ...state, radiusKm, page: 1 }
    return { kind: 'widen', state: changed, radiusKm, count: await count(changed) }
  })
  const dropped = filtersOf(state)
    .slice(0, DROPPED_TRIED)
    .map(async (parts): Promise<WayOut> => {
      const changed = parts.reduce(withoutPart, state)
      return { kind: 'drop', state: changed, parts, count: await count(changed) }
    })

  const [widened, without] = await Promise.all([Promise.all(wider), Promise.all(dropped)])
  const firstWider = widened.find((suggestion) => suggestion.count > 0)
  return [
    ...(firstWider ? [firstWider] : []),
    ...without.filter((suggestion) => suggestion.count > 0).sort((a, b) => b.count - a.count),
  ]
}

/**
 * What is asked, one filter at a time: values of one filter are alternatives, so only leaving out all of them can find
 * more. The radius is left out with its place; a wider one is asked for by itself.
 */
function filtersOf(state: FinderState): FilterPart[][] {
  const filters = new Map<FilterPart['part'], FilterPart[]>()
  for (const part of activeParts(state)) {
    if (part.part === 'radius') continue
    filters.set(part.part, [...(filters.get(part.part) ?? []), part])
  }
  return [...filters.values()]
}
