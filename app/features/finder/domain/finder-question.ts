/** From what a person asked to what the index is asked. */
import type { Point } from '~/kernel/geography'
import type { SearchQuery } from '~search/query'
import { type FinderState, PAGE_SIZE } from './finder-state'

/**
 * @param from the point that the place stands for, or the reader's own school; `null`: none.
 * @param limited whether the radius counts: a reader's own school only measures and orders.
 */
export function questionOf(state: FinderState, from: Point | null, limited: boolean): SearchQuery {
  const { level } = state
  return {
    ...(state.text ? { text: state.text } : {}),
    filters: {
      ...(state.kinds.length > 0 ? { kinds: state.kinds } : {}),
      ...(level ? { levels: [level] } : {}),
      ...(state.topicIds.length > 0 ? { topicIds: state.topicIds } : {}),
      ...(state.locations.length > 0 ? { locations: state.locations } : {}),
      ...(state.languages.length > 0 ? { languages: state.languages } : {}),
      ...(state.free ? { free: true } : {}),
    },
    ...(from
      ? { near: { point: from, ...(limited && state.radiusKm !== null ? { radiusKm: state.radiusKm } : {}) } }
      : {}),
    // Without a point there is no distance to order by.
    sort: state.sort === 'distance' && !from ? 'relevance' : state.sort,
    page: state.page,
    pageSize: PAGE_SIZE,
  }
}
