/** How far a company comes, from what is kept of it and to it. */
import type { Reach } from './offer'

/** Regions and municipalities say more than a distance, so they go first where both are there. */
export function reachOf(
  km: number | null,
  regionIds: readonly string[],
  municipalityCodes: readonly string[],
): Reach {
  if (regionIds.length > 0 || municipalityCodes.length > 0)
    return { kind: 'regions', regionIds, municipalityCodes }
  return km === null ? { kind: 'everywhere' } : { kind: 'radius', km }
}

/** @returns where it comes; both empty: not limited to any. A content of before there were municipalities has none. */
export function serviceArea(reach: Reach): {
  readonly regionIds: readonly string[]
  readonly municipalityCodes: readonly string[]
} {
  if (reach.kind !== 'regions') return { regionIds: [], municipalityCodes: [] }
  const { regionIds, municipalityCodes = [] } = reach as Partial<typeof reach>
  return { regionIds: regionIds ?? [], municipalityCodes }
}
