/** Branded identifiers: a user id cannot be handed over where an offer id is asked. */
declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type UserId = Id<'UserId'>
/** Code of the branch in the national register: four-digit BRIN plus two, e.g. `00AH00`. */
export type BranchId = Id<'BranchId'>
export type OrganisationId = Id<'OrganisationId'>
export type OfferId = Id<'OfferId'>
/** `AM09` for a labour-market region. */
export type RegionId = Id<'RegionId'>

/** Where new ids come from. By itself chance; the demo season makes the same ids from the same seed. */
export type NewId = () => string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** @returns whether the text is a lower-case UUID, the form of all ids that the program makes. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
