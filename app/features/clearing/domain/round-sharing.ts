/** Small groups that may share a class-place: who is asked about in a round, and what came of it. */

import type { Sharer, Sharing } from '~/matching/clearing/sharing'
import type { SharedPlan } from '~/matching/clearing/solve-shared'
import type { RoundColumns } from './round-columns'
import type { FreeSlot, RoundInput, RoundRow, WaitingGroup } from './round-input'

/** How a group may share. */
export type RowSharing = {
  readonly pupils: number
  /** Groups with the same text are of one level and follow the same languages: they can have one lesson. */
  readonly alike: string
}

/** What it gives that small groups may share. */
export type RoundSharing = {
  /** Groups that could share with another. */
  readonly able: number
  /** The places that groups share; by slot, then by their first group. */
  readonly places: readonly {
    readonly slotId: string
    /** Pupils that the session holds. */
    readonly size: number
    readonly groups: readonly { readonly groupId: string; readonly pupils: number }[]
  }[]
  /** Groups that would have a place if nobody shared. */
  readonly apart: number
  /** Groups that have a place at most, in any plan in which those keep theirs. */
  readonly bound: number
  /** `bound` less the groups that have a place: 0 proves that they are the most. */
  readonly gap: number
}

type Asked = Pick<RoundRow, 'candidates' | 'allOrNone'> & { readonly group: WaitingGroup }

/**
 * Sharing counts only where it can come to something: two groups alike, of different requests, that have a slot with a size
 * in common. A group that wants its place together with others of its request shares none.
 * @returns per group how it may share, and the slots where somebody may. O(pairs).
 */
export function sharingFor(
  asked: readonly Asked[],
  slots: readonly FreeSlot[],
): { readonly ofGroup: ReadonlyMap<string, RowSharing>; readonly slotIds: ReadonlySet<string> } {
  const sized = new Set(slots.flatMap(({ slotId, size }) => (size === undefined ? [] : [slotId])))
  const able = asked.flatMap(({ group, candidates, allOrNone }) => {
    if (!group.mayShare || allOrNone) return []
    const { level, languages, groupSize } = group.request
    const sharing = { pupils: groupSize, alike: [level, ...[...languages].sort()].join(' ') }
    return [{ group, sharing, slotIds: candidates.map((c) => c.slotId).filter((id) => sized.has(id)) }]
  })
  const requestsAt = new Map<string, Set<string>>()
  for (const { group, sharing, slotIds } of able)
    for (const slotId of slotIds) {
      const key = `${slotId} ${sharing.alike}`
      requestsAt.set(key, (requestsAt.get(key) ?? new Set()).add(group.requestId))
    }
  const ofGroup = new Map<string, RowSharing>()
  const used = new Set<string>()
  for (const { group, sharing, slotIds } of able)
    for (const slotId of slotIds) {
      if ((requestsAt.get(`${slotId} ${sharing.alike}`)?.size ?? 0) < 2) continue
      ofGroup.set(group.groupId, sharing)
      used.add(slotId)
    }
  return { ofGroup, slotIds: used }
}

/** @returns who may share where, as rows and columns; `null` where nobody may. O(rows + slots). */
export function sharingOf(
  { rows, slots }: RoundInput,
  { slotOf }: Pick<RoundColumns, 'slotOf'>,
): Sharing | null {
  if (!rows.some((row) => row.sharing)) return null
  const numberOf = numbering()
  return {
    sharers: rows.map(({ sharing, requestId }): Sharer | null =>
      sharing
        ? {
            pupils: sharing.pupils,
            alike: numberOf(`alike ${sharing.alike}`),
            request: numberOf(`request ${requestId}`),
          }
        : null,
    ),
    // A session whose day is known has no months.
    sizes: slotOf.map((slot) => (slots[slot]?.months ? null : (slots[slot]?.size ?? null))),
  }
}

function numbering(): (name: string) => number {
  const known = new Map<string, number>()
  return (name) => {
    const number = known.get(name) ?? known.size
    known.set(name, number)
    return number
  }
}

/** @returns the plan in the names of the round. */
export function roundSharing(
  { rows, slots }: RoundInput,
  { places, apart, bound, gap }: SharedPlan,
): RoundSharing {
  return {
    able: rows.filter((row) => row.sharing).length,
    places: places.map((place) => ({
      slotId: slots[place.column]?.slotId ?? '',
      size: slots[place.column]?.size ?? 0,
      groups: place.rows.map((row) => ({
        groupId: rows[row]?.groupId ?? '',
        pupils: rows[row]?.sharing?.pupils ?? 0,
      })),
    })),
    ...{ apart, bound, gap },
  }
}

/** The others in the place of a group. */
export type SharesWith = { readonly groups: number; readonly pupils: number }

/** @returns per group that shares, how many others come and how many pupils they are. */
export function sharesOf({ places }: Pick<RoundSharing, 'places'>): ReadonlyMap<string, SharesWith> {
  return new Map(
    places.flatMap(({ groups }) => {
      const all = groups.reduce((sum, { pupils }) => sum + pupils, 0)
      return groups.map(
        ({ groupId, pupils }) => [groupId, { groups: groups.length - 1, pupils: all - pupils }] as const,
      )
    }),
  )
}
