/** How the address of an offer ends: the words of its title, which may change, and its id, which does not. */

const ADDRESS = /(?:^|-)([0-9a-f]{8})$/

/** @returns `lasrobots-in-de-testhal-1a2b3c4d`: the words and the first eight digits of the id. */
export function offerSlug(words: string, id: string): string {
  return `${words}-${id.slice(0, 8)}`
}

/** All ids that begin with the same eight digits, both ends included, as UUIDs in order. */
export type IdRange = { readonly from: string; readonly until: string }

/** @returns the ids that the address can mean, whatever its words say; `null` when it ends in no id. */
export function idsOfAddress(slug: string): IdRange | null {
  const digits = ADDRESS.exec(slug)?.[1]
  if (digits === undefined) return null
  return { from: `${digits}-0000-0000-0000-000000000000`, until: `${digits}-ffff-ffff-ffff-ffffffffffff` }
}
