/** A need and its school as ranking sees them. */
import type { Span } from '~/kernel/calendar'
import type { RankedRequest } from '~/matching/ranking/subjects'
import type { RequestNeed } from '../../requests/domain/need'

export type RankedSchool = RankedRequest['school']

/** What ranking needs of a need: not its words. */
export type RankedNeedFacts = Omit<
  RequestNeed,
  'title' | 'text' | 'isUrgent' | 'allOrNone' | 'mayShare' | 'periodText'
>

export function rankedRequest(need: RankedNeedFacts, school: RankedSchool): RankedRequest {
  return {
    kinds: need.kinds,
    topicIds: need.topicIds,
    level: need.level,
    years: need.years,
    tracks: need.tracks,
    school,
    maxDistanceKm: need.maxDistanceKm,
    groupSize: need.groupSize,
    weekdays: need.weekdays,
    period: need.period,
    languages: need.languages,
  }
}

/** @returns the days in which a place must lie: the wished period, else the rest of the two running school years. */
export function placeSpan(need: Pick<RequestNeed, 'period'>, schoolYearsLeft: Span): Span {
  return need.period ?? schoolYearsLeft
}
