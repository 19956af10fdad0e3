/** From what a person asked to what the index is asked. */
import type { Point } from '~/kernel/geography'
import type { LevelFilter, Near, Period, SearchQuery } from '~search/query'
import { type FinderState, PAGE_SIZE } from './finder-state'
import type { From } from './place-answer'

function levelsOf({ level, tracks }: FinderState): readonly LevelFilter[] {
  if (!level) return []
  return tracks.length > 0 ? tracks.map((track) => ({ ...level, track })) : [level]
}

function periodOf({ openFrom, openUntil }: FinderState): Period {
  return { ...(openFrom ? { from: openFrom } : {}), ...(openUntil ? { until: openUntil } : {}) }
}

/**
 * @param from the point that the place stands for, or the reader's own school; `null`: none.
 * @param limited whether the radius counts: a reader's own school only measures and orders.
 */
export function questionOf(state: FinderState, from: Point | null, limited: boolean): SearchQuery {
  return {
    ...(state.text ? { text: state.text } : {}),
    filters: {
      ...(state.kinds.length > 0 ? { kinds: state.kinds } : {}),
      ...(state.level ? { levels: levelsOf(state) } : {}),
      ...(state.topicIds.length > 0 ? { topicIds: state.topicIds } : {}),
      ...(state.subjectIds.length > 0 ? { subjectIds: state.subjectIds } : {}),
      ...(state.goalIds.length > 0 ? { curriculumGoalIds: state.goalIds } : {}),
      ...(state.networkIds.length > 0 ? { networkIds: state.networkIds } : {}),
      ...(state.regionIds.length > 0 ? { regionIds: state.regionIds } : {}),
      ...(state.organisations.length > 0 ? { organisationSlugs: state.organisations } : {}),
      ...(state.girls ? { girlsFocus: true } : {}),
      ...(state.bounds ? { bounds: state.bounds } : {}),
      ...(state.openFrom || state.openUntil ? { period: periodOf(state) } : {}),
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

/**
 * @returns the question limited to an area where one is asked: its municipalities, whatever the radius; of a point with the
 * municipality that it lies in.
 */
export function withinPlace(question: SearchQuery, from: From | null): SearchQuery {
  if (from === null) return question
  if (from.kind !== 'area') {
    const { municipalityCode } = from
    if (!question.near || municipalityCode === undefined) return question
    return { ...question, near: { ...question.near, municipalityCode } }
  }
  const { point, municipalityCodes } = from
  return { ...question, near: { point, municipalityCodes } satisfies Near }
}
