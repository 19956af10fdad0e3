/**
 * Requests of schools around that an offer of the company fits and that were not put before it: what it could help with.
 * The same ranking as everywhere decides what fits. Who asks stays unsaid until the school asks itself.
 */
import type { Actor } from '~/authorisation/actor'
import type { RankedRequest } from '~/matching/ranking/subjects'
import type { TopicName } from '../../finder/domain/finder-page'
import { NEARBY_SHOWN_MAX, unnamingKm } from '../domain/nearby'
import { aroundCompany, bestNearby, type NearbyNeeds } from './nearby-candidates.server'

export type NearbyRequest = Pick<RankedRequest, 'level' | 'years' | 'tracks'> & {
  readonly id: string
  readonly topic: TopicName | null
  readonly municipality: string
  readonly distanceKm: number
  readonly groups: number
  readonly isWaiting: boolean
  readonly offerTitle: string
}
export type NearbyRequests = {
  /** Most that are looked at: 1,000. */
  readonly count: number
  /** At most five, those that fit best first. */
  readonly shown: readonly NearbyRequest[]
}

/** Five statements; O(requests × offers of the company). Somebody of no company gets nothing. */
export async function requestsNearby(needs: NearbyNeeds, actor: Actor, now: Date): Promise<NearbyRequests> {
  const { offers, candidates, topics, parents } = await aroundCompany(needs, actor, now)
  const fitting = candidates.flatMap((candidate) => bestNearby(candidate, offers, parents) ?? [])
  fitting.sort((a, b) => b.score - a.score || a.km - b.km || (a.candidate.id < b.candidate.id ? -1 : 1))
  return {
    count: fitting.length,
    shown: fitting.slice(0, NEARBY_SHOWN_MAX).map(({ candidate, offer, km }) => ({
      id: candidate.id,
      topic: topics.find(({ id }) => id === candidate.topicIds[0]) ?? null,
      level: candidate.level,
      years: candidate.years,
      tracks: candidate.tracks,
      municipality: candidate.municipality.name,
      distanceKm: unnamingKm(km),
      groups: candidate.groups,
      isWaiting: candidate.waitingSince !== null,
      offerTitle: offer.title,
    })),
  }
}
